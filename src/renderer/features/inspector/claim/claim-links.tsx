import { ArrowUpDown, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { Link } from '../../../../domain/records/link/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { type LinkKind, linkKinds } from '../../../../domain/records/vocabulary.ts';
import { run } from '../../../state/commands.ts';
import type { Screen } from '../../../state/navigation.ts';
import { useCase, useReadOnly, useRecord } from '../../../state/replica.ts';
import { IconButton } from '../../../ui/button.tsx';
import { FieldsOf } from '../../../ui/kept-edits.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ClaimPicker } from '../../pickers/index.ts';
import { inspect } from '../parts/trail.ts';
import styles from './claim.module.css';

/** How a claim stands to others, and a way to link one more. */
export function ClaimLinks({ screen, claim }: { screen: Screen; claim: Claim }) {
  const { id } = claim;
  const isReadOnly = useReadOnly();
  const links = useCase(useCallback((view: CaseView) => [...view.referring(id, 'link')], [id]));
  return (
    <>
      {links.length > 0 && (
        <ul className={styles['stack']} aria-label="Linked claims">
          {links.map((link) => (
            <FieldsOf key={link.id} owner={link.id}>
              <LinkEntry screen={screen} claim={claim} link={link} />
            </FieldsOf>
          ))}
        </ul>
      )}
      {!isReadOnly && <NewLink claim={claim} />}
    </>
  );
}

interface LinkEntryProps {
  readonly screen: Screen;
  readonly claim: Claim;
  readonly link: Link;
}

function LinkEntry({ screen, claim, link }: LinkEntryProps) {
  const isReadOnly = useReadOnly();
  const otherId = link.from === claim.id ? link.to : link.from;
  const other = useRecord(otherId);
  return (
    <li className={styles['link']}>
      <div className={styles['row']}>
        <SelectField
          label="How they stand to each other"
          isLabelHidden
          value={link.kind}
          options={link.from === claim.id ? linkKinds : incomingKinds}
          isDisabled={isReadOnly}
          onChange={(kind) => void run('link/update', { link: link.id, changes: { kind } })}
        />
        {!isReadOnly && passive[link.kind] !== undefined && (
          <IconButton
            label="Turn the link round"
            icon={ArrowUpDown}
            onPress={() => void run('link/turn', { link: link.id })}
          />
        )}
        {!isReadOnly && (
          <IconButton
            label="Remove the link"
            icon={X}
            onPress={() => void run('link/remove', { link: link.id })}
          />
        )}
      </div>
      <AriaButton
        className={styles['other'] ?? ''}
        aria-label={
          other === undefined ? '' : `Show the claim ${shortName(other)} “${other.statement}”`
        }
        onPress={() => {
          inspect(screen, otherId);
        }}
      >
        <span className={styles['statement']} dir="auto">
          {other !== undefined && <span className={styles['number']}>{shortName(other)} </span>}
          {other?.statement}
        </span>
      </AriaButton>
      {!(isReadOnly && link.note === '') && (
        <TextField
          label="Why they are linked"
          isLabelHidden
          value={link.note}
          placeholder="Why?"
          isDisabled={isReadOnly}
          onCommit={(note) => run('link/update', { link: link.id, changes: { note } })}
        />
      )}
    </li>
  );
}

function NewLink({ claim: { id } }: { claim: Claim }) {
  const [kind, setKind] = useState<LinkKind>('corroborates');
  const without = useMemo(() => new Set([id]), [id]);
  return (
    <div className={styles['row']} role="group" aria-label="Link to another claim">
      <SelectField
        label="Kind of the new link"
        isLabelHidden
        value={kind}
        options={linkKinds}
        onChange={setKind}
      />
      <ClaimPicker
        label="Claim to link to"
        isLabelHidden
        without={without}
        onPick={(other) => void run('link/create', { from: id, to: other, kind })}
      />
    </div>
  );
}

// The two kinds that have a direction, read from the other end.
const passive: Readonly<Partial<Record<LinkKind, string>>> = {
  updates: 'Updated by',
  elaborates: 'Elaborated by',
};
const incomingKinds = linkKinds.map((term) => ({
  ...term,
  label: passive[term.value] ?? term.label,
}));
