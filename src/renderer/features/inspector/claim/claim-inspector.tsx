import { useCallback } from 'react';
import { gradeBadge } from '../../../../domain/analysis/attribution.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { scalesFor } from '../../../../domain/scales/registry.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, select } from '../../../state/navigation.ts';
import { useCase, useReadOnly } from '../../../state/replica.ts';
import type { InspectorProps } from '../../../state/screen.ts';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { RatingField } from '../../rating/index.ts';
import { goToClaim } from '../parts/go-to-claim.ts';
import { historyEntry } from '../parts/history-entry.ts';
import { Fields, Panel, Section } from '../parts/panel.tsx';
import { TagsField } from '../parts/tags-field.tsx';
import { AttributionChain } from './attribution-chain.tsx';
import { ClaimLinks } from './claim-links.tsx';
import { ClaimSetting } from './claim-setting.tsx';
import { Evidence } from './evidence.tsx';

/** Everything that is said of a claim: its words, its grades, who says so, when, where, and what it is linked to. */
export function ClaimInspector({ screen, record: claim }: InspectorProps<'claim'>) {
  const isReadOnly = useReadOnly();
  const grade = useCase(useCallback((view: CaseView) => gradeBadge(view, claim), [claim]));

  function change(changes: { statement?: string; note?: string }): ReturnType<typeof run> {
    return run('claim/update', { claim: claim.id, changes });
  }

  return (
    <Panel
      screen={screen}
      kind="Claim"
      name={shortName(claim)}
      badge={<GradeBadge letter={grade.reliability} digit={grade.credibility} />}
      actions={[
        {
          id: 'words',
          label: 'Go to the words',
          onAction: () => {
            goToClaim(claim);
          },
        },
        historyEntry(claim),
        'separator',
        {
          id: 'remove',
          label: 'Remove the claim',
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: () => void removeClaim(screen, claim),
        },
      ]}
    >
      <Fields>
        <TextField
          label="Statement"
          multiline
          value={claim.statement}
          validate={(text) => (text.trim() === '' ? 'A claim needs a statement.' : null)}
          isDisabled={isReadOnly}
          onCommit={(statement) => change({ statement: statement.trim() })}
        />
        <Evidence screen={screen} claim={claim} />
      </Fields>
      <Section title="Who says so">
        <AttributionChain screen={screen} claim={claim} />
      </Section>
      <Section title="Judgement">
        {scalesFor('claim').map(({ id }) => (
          <RatingField key={id} subject={claim.id} scale={id} />
        ))}
      </Section>
      <Section title="What it says">
        <ClaimSetting screen={screen} claim={claim} />
      </Section>
      <Section title="Links to other claims">
        <ClaimLinks screen={screen} claim={claim} />
      </Section>
      <Section title="Tags and note">
        <TagsField
          tags={claim.tags}
          onAdd={(tag) => void run('claim/tag', { claims: [claim.id], add: [tag] })}
          onRemove={(tag) => void run('claim/tag', { claims: [claim.id], remove: [tag] })}
        />
        <TextField
          label="Note"
          multiline
          value={claim.note}
          isDisabled={isReadOnly}
          onCommit={(note) => change({ note })}
        />
      </Section>
    </Panel>
  );
}

async function removeClaim(screen: Screen, claim: Claim): Promise<void> {
  const outcome = await run('claim/remove', { claims: [claim.id] });
  if (outcome !== null) select(screen, null);
}
