import type { Scenario } from '../scenario.ts';

/** One way to save the same plain list of notes. */
export interface Subject {
  readonly name: string;
  /** Makes an empty list in an empty folder. */
  create(folder: string): Promise<void>;
  /** Opens the list for one writer. */
  open(folder: string): Promise<{
    /** Adds a note; resolves when it is said to be saved, and rejects where it is not. */
    save(note: string): Promise<void>;
  }>;
  /** Every note there is, as a reader finds it the next day. */
  load(folder: string): Promise<readonly string[]>;
}

const noteCount = 4;

/** The nth note, long enough to be torn, and telling when it is. */
export function noteOf(number: number): string {
  return `${number} ${'word '.repeat(60)}${number}`;
}

/** Notes saved one after another through a subject, judged by what its writer was told. */
export function savesOf(subject: Subject): Scenario {
  return {
    name: subject.name,
    prepare: (folder) => subject.create(folder),
    run: async (folder, witness) => {
      const writer = await subject.open(folder);
      witness.arm();
      for (let number = 0; number < noteCount; number += 1)
        await witness.try(`note ${number}`, () => writer.save(noteOf(number)));
    },
    judge: async (folder, _before, testimony) => {
      const acknowledged = testimony.asks.flatMap(({ answer }, number) =>
        answer?.kind === 'acknowledged' ? [number] : [],
      );
      return judgeNotes(subject, folder, acknowledged, testimony.asks.length);
    },
  };
}

/** Tells what is wrong with the notes that a writer left, who had asked for the first `asked` and was told of some. */
export async function judgeNotes(
  subject: Subject,
  folder: string,
  acknowledged: readonly number[],
  asked: number,
): Promise<string[]> {
  let found: readonly string[];
  try {
    found = await subject.load(folder);
  } catch (error) {
    return [`It cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`];
  }
  const known = Array.from({ length: asked }, (_, number) => noteOf(number));
  const numbers = found.map((note) => known.indexOf(note));
  const problems = acknowledged
    .filter((number) => !numbers.includes(number))
    .map((number) => `Note ${number} is lost.`);
  if (numbers.includes(-1)) problems.push('A note is altered.');
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0)))
    problems.push('The notes are out of order.');
  return problems;
}
