import { useMemo } from 'react';
import type { AnyId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { useOffer } from '../../state/actions.ts';
import type { Screen } from '../../state/navigation.ts';
import { useRecord } from '../../state/replica.ts';
import { ClaimInspector } from './claim/claim-inspector.tsx';
import { DocumentInspector } from './document/document-inspector.tsx';
import { HighlightInspector } from './highlight/highlight-inspector.tsx';
import { historyAction } from './parts/history-entry.ts';
import { SourceInspector } from './source/source-inspector.tsx';
import { TagInspector } from './tag/tag-inspector.tsx';

interface InspectorProps {
  /** The screen whose selection it shows, and changes when one goes from record to record. */
  readonly screen: Screen;
  readonly id: AnyId;
}

/** The panel on the right of a screen: everything about one record, editable. Nothing if there is no such record. */
export function Inspector({ screen, id }: InspectorProps) {
  const record: AnyRecord | undefined = useRecord(id);
  const actions = useMemo(
    () => (record === undefined ? [] : [historyAction(screen, record)]),
    [screen, record],
  );
  useOffer(actions);
  // A new record gets fields of its own: what was typed for one must not end up in another.
  switch (record?.type) {
    case 'claim':
      return <ClaimInspector key={id} screen={screen} claim={record} />;
    case 'highlight':
      return <HighlightInspector key={id} screen={screen} highlight={record} />;
    case 'source':
      return <SourceInspector key={id} screen={screen} source={record} />;
    case 'document':
      return <DocumentInspector key={id} screen={screen} document={record} />;
    case 'tag':
      return <TagInspector key={id} screen={screen} tag={record} />;
    case 'case':
    case 'analyst':
    case 'rating':
    case 'link':
    case undefined:
      return null;
  }
}
