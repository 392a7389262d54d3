import { credibility } from '../../../domain/scales/admiralty-credibility.ts';
import type { Action } from '../../state/actions.ts';
import { run } from '../../state/commands.ts';
import { openReader } from '../../state/navigation.ts';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import { currentView } from '../../state/replica.ts';
import { removeClaims } from './claim-bulk-bar.tsx';

/** Shows a claim's first words in the reader, with the claim in the inspector. */
export function goToWords(id: ClaimId): void {
  const claim = currentView().get(id);
  const highlight = claim?.highlights[0];
  const home = highlight === undefined ? undefined : currentView().get(highlight)?.document;
  if (highlight === undefined || home === undefined) return;
  openReader(home, { highlight, selected: id });
}

/** What the claims screen has to know of itself to offer its actions. */
export interface ClaimActionContext {
  /** What an action is done to: the selected claims, or else the one with the focus. */
  readonly targets: readonly ClaimId[];
  readonly isReadOnly: boolean;
  readonly onSearch: () => void;
  readonly onToggleMatrix: () => void;
}

/** What can be done on the claims screen by key and palette. */
export function claimActions(context: ClaimActionContext): Action[] {
  const { targets, isReadOnly, onSearch, onToggleMatrix } = context;
  const [first] = targets;
  const common = { group: 'Claims', screen: 'claims' } as const;
  const canChange = targets.length > 0 && !isReadOnly;
  return [
    ...credibility.grades.map(({ value, label, key }) => ({
      ...common,
      id: `claims/credibility-${value}`,
      label: `Credibility ${value}: ${label}`,
      keys: key,
      enabled: canChange,
      perform: () =>
        void run('rating/add', { subjects: [...targets], scale: credibility.id, value }),
    })),
    {
      ...common,
      id: 'claims/words',
      label: 'Go to the words',
      enabled: first !== undefined,
      perform: () => {
        if (first !== undefined) goToWords(first);
      },
    },
    {
      ...common,
      id: 'claims/search',
      label: 'Search the claims',
      keys: 'Ctrl+F / /',
      perform: onSearch,
    },
    {
      ...common,
      id: 'claims/matrix',
      label: 'Show or hide the Admiralty matrix',
      keys: 'M',
      perform: onToggleMatrix,
    },
    {
      ...common,
      id: 'claims/remove',
      label: 'Remove the claims',
      keys: 'Delete',
      enabled: canChange,
      perform: () => void removeClaims(targets),
    },
  ];
}
