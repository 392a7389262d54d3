import { useCallback, useState } from 'react';
import { originOf, reliabilityOf } from '../../../../domain/analysis/attribution.ts';
import { trackRecord } from '../../../../domain/analysis/track-record.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Source } from '../../../../domain/records/source/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { scalesFor } from '../../../../domain/scales/registry.ts';
import { useCase, useReadOnly } from '../../../state/replica.ts';
import type { InspectorProps } from '../../../state/screen.ts';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { RatingField } from '../../rating/index.ts';
import { ClaimList } from '../parts/claim-list.tsx';
import { goToClaim } from '../parts/go-to-claim.ts';
import { historyEntry } from '../parts/history-entry.ts';
import { Panel, Quiet, Section } from '../parts/panel.tsx';
import { MergeSourceDialog } from './merge-source-dialog.tsx';
import { RemoveSourceDialog } from './remove-source-dialog.tsx';
import { SourceFields } from './source-fields.tsx';
import { trackRecordWords } from './track-record-words.ts';

/** A source: what it is, how reliable, what it has to show for itself, and every claim that names it. */
export function SourceInspector({ screen, record: source }: InspectorProps<'source'>) {
  const { id } = source;
  const isReadOnly = useReadOnly();
  const [asked, setAsked] = useState<'merge' | 'remove' | null>(null);
  const letter = useCase(useCallback((view: CaseView) => reliabilityOf(view, id), [id]));

  function close(): void {
    setAsked(null);
  }

  return (
    <Panel
      screen={screen}
      kind="Source"
      name={shortName(source)}
      badge={<GradeBadge letter={letter} />}
      actions={[
        {
          id: 'merge',
          label: 'Merge into another source…',
          isDisabled: isReadOnly,
          onAction: () => {
            setAsked('merge');
          },
        },
        historyEntry(source),
        'separator',
        {
          id: 'remove',
          label: 'Remove…',
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: () => {
            setAsked('remove');
          },
        },
      ]}
    >
      <SourceFields screen={screen} source={source} />
      {scalesFor('source').map((scale) => (
        <Section key={scale.id} title={scale.name}>
          <RatingField subject={id} scale={scale.id} isNameHidden />
        </Section>
      ))}
      <TrackRecord source={source} />
      {asked === 'merge' && <MergeSourceDialog screen={screen} source={source} onClose={close} />}
      {asked === 'remove' && (
        <RemoveSourceDialog
          screen={screen}
          source={source}
          onClose={close}
          onMerge={() => {
            setAsked('merge');
          }}
        />
      )}
    </Panel>
  );
}

function TrackRecord({ source: { id } }: { source: Source }) {
  const sentences = useCase(
    useCallback((view: CaseView) => trackRecordWords(trackRecord(view, id)), [id]),
  );
  const claims = useCase(useCallback((view: CaseView) => [...view.referring(id, 'claim')], [id]));
  const originated = claims.filter((claim) => originOf(claim) === id);
  const relayed = claims.filter((claim) => originOf(claim) !== id);
  return (
    <>
      <Section title="Track record">
        <div>
          {sentences.map((sentence) => (
            <Quiet key={sentence}>{sentence}</Quiet>
          ))}
        </div>
      </Section>
      {originated.length > 0 && (
        <Section title="Claims it originates" count={originated.length}>
          <ClaimList label="Claims it originates" claims={originated} onOpen={goToClaim} />
        </Section>
      )}
      {relayed.length > 0 && (
        <Section title="Claims it passes on" count={relayed.length}>
          <ClaimList label="Claims it passes on" claims={relayed} onOpen={goToClaim} />
        </Section>
      )}
    </>
  );
}
