import { type ComponentType, createContext, useContext, useMemo } from 'react';
import { typeName } from '../../../domain/history/record-name.ts';
import type { AnyId, AnyRecord, RecordType } from '../../../domain/records/registry.ts';
import { useOffer } from '../../state/actions.ts';
import type { Screen } from '../../state/navigation.ts';
import { useRecord } from '../../state/replica.ts';
import type { InspectorProps, Inspectors } from '../../state/screen.ts';
import { FaultBoundary } from '../../ui/fault-boundary.tsx';
import { FieldsOf } from '../../ui/kept-edits.tsx';
import { historyAction } from './parts/history-entry.ts';
import { Panel } from './parts/panel.tsx';

const InspectorsContext = createContext<Inspectors>({});

/** Gives the inspectors of all screens to those within it, since a screen may select what is at home on another. */
export const InspectorsProvider = InspectorsContext.Provider;

/** The panel on the right of a screen: everything about one record, editable. Nothing if no such record is inspected. */
export function Inspector({ screen, id }: { screen: Screen; id: AnyId }) {
  const record: AnyRecord | undefined = useRecord(id);
  const inspectors = useContext(InspectorsContext);
  const actions = useMemo(
    () => (record === undefined ? [] : [historyAction(screen, record)]),
    [screen, record],
  );
  useOffer(actions);
  if (record === undefined) return null;
  // Each type is paired with its own inspector; the compiler cannot follow that through the union.
  const Shown = inspectors[record.type] as ComponentType<InspectorProps<RecordType>> | undefined;
  if (Shown === undefined) return null;
  return (
    <FaultBoundary
      what="panel"
      resetKeys={[record]}
      frame={(notice) => (
        <Panel screen={screen} kind={typeName(record.type)}>
          {notice}
        </Panel>
      )}
    >
      {/* A new record gets fields of its own: what was typed for one must not end up in another. */}
      <FieldsOf key={id} owner={id}>
        <Shown screen={screen} record={record} />
      </FieldsOf>
    </FaultBoundary>
  );
}
