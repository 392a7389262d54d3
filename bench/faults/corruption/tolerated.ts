import type { Specimen } from './specimen.ts';

/** A byte that was changed, or where a file was cut off. */
export interface Damage {
  readonly kind: 'flip' | 'cut';
  /** A path in the case folder. */
  readonly file: string;
  readonly offset: number;
}

/**
 * What came of opening a damaged case: everything is there and the damage is told, by file; everything is there and
 * nothing says a word; one change is missing, and told by number; the last changes are gone, and told; it is refused, by file; it
 * is taken for one in use; or anything else.
 */
export const outcomes = [
  'recovered',
  'gap',
  'shortened',
  'refused',
  'silent',
  'in use',
  'wrong',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Damage from which the store does not recover everything that is still there. */
interface Tolerance {
  readonly outcome: Outcome;
  readonly why: string;
  readonly of: (damage: Damage, specimen: Specimen) => boolean;
}

/** Everything that is tolerated: a store that learns to recover more has its line here taken away. */
export const tolerated: readonly Tolerance[] = [
  {
    outcome: 'gap',
    why: 'a damaged line that no checkpoint holds: what that change did is lost, and nothing else',
    of: ({ kind, file, offset }, { checkpointed, lines }) =>
      kind === 'flip' && isJournal(file) && offset >= checkpointed && offset < lastOf(lines) - 1,
  },
  {
    outcome: 'shortened',
    why: 'a journal that ends before its checkpoints do: they hold everything up to their own change',
    of: ({ kind, file, offset }, { checkpointed }) =>
      kind === 'cut' && isJournal(file) && offset < checkpointed,
  },
  {
    outcome: 'shortened',
    why: 'a damaged last line, or a journal cut off after its checkpoints, looks like the death of a writer; so do two lines whose newline is damaged',
    of: ({ kind, file, offset }, { checkpointed, lines }) =>
      isJournal(file) && offset >= (kind === 'cut' ? checkpointed : lastOf(lines) - 1),
  },
  {
    outcome: 'silent',
    why: 'a journal cut off between two lines after its checkpoints is that of an earlier moment',
    of: ({ kind, file, offset }, { checkpointed, lines }) =>
      kind === 'cut' && isJournal(file) && offset >= checkpointed && lines.includes(offset),
  },
  {
    outcome: 'in use',
    why: 'a damaged lock may name another computer, whose programs nobody here can ask',
    of: ({ file }) => file === 'lock',
  },
];

function isJournal(file: string): boolean {
  return file.startsWith('journal/');
}

// Where the last line begins; after it comes only where it ends.
function lastOf(lines: readonly number[]): number {
  return lines.at(-2) ?? 0;
}
