import type { Specimen } from './specimen.ts';

/** A byte that was changed, or where a file was cut off. */
export interface Damage {
  readonly kind: 'flip' | 'cut';
  /** A path in the case folder. */
  readonly file: string;
  readonly offset: number;
}

/**
 * What came of opening a damaged case, recovered where that is asked: everything is there and the damage is told, by file;
 * one change is missing, and told by number; the last changes are missing, and the file is told; nothing says a word; it is
 * refused, by file; it is taken for one in use; or anything else.
 */
export const outcomes = [
  'recovered',
  'gap',
  'shortened',
  'silent',
  'refused',
  'in use',
  'wrong',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Damage after which not everything is there: what is nowhere in the folder any more, and what nothing in it can tell. */
interface Tolerance {
  readonly outcome: Outcome;
  readonly why: string;
  readonly of: (damage: Damage, specimen: Specimen) => boolean;
}

/** Everything that is tolerated; a store that learns to recover more has its line here taken away. */
export const tolerated: readonly Tolerance[] = [
  {
    outcome: 'gap',
    why: 'the damaged line is the only place that held what that change did',
    of: ({ kind, file, offset }, { checkpointed, lines }) =>
      kind === 'flip' &&
      isJournal(file) &&
      offset >= checkpointed &&
      // The newline behind a line is not the line.
      !lines.includes(offset + 1),
  },
  {
    outcome: 'shortened',
    why: 'what was cut off is gone, but for what the checkpoints hold',
    of: ({ kind, file }) => kind === 'cut' && isJournal(file),
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
