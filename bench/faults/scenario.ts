import type { Testimony } from './testimony.ts';
import type { Witness } from './witness.ts';

/** Something that is done to files, under every fault, and how to tell whether what is left is right. */
export interface Scenario {
  readonly name: string;
  /** Makes in an empty folder what the scenario starts from, without faults. */
  prepare(folder: string): Promise<void>;
  /** Does it, in a process of its own that dies when this is over; faults happen once the witness is armed. */
  run(folder: string, witness: Witness): Promise<void>;
  /**
   * Looks at what is left in `folder`, opening it as the next session would; `before` is a folder as it was prepared.
   * Answers what is wrong, in sentences.
   */
  judge(folder: string, before: string, testimony: Testimony): Promise<string[]>;
}
