import { type CommandName, commandNames } from '../commands/registry.ts';
import type { Diff } from '../core/diff.ts';
import type { ChangeError } from '../core/errors.ts';
import type { AnyRecord } from '../records/registry.ts';
import { TestCase, describeText } from './a-case.ts';
import { fixedHash } from './fixed-ids.ts';
import { hardTexts, randomCommand } from './random-commands.ts';

/** One step of a random walk: which command, and the numbers its input is made from. Any numbers will do. */
export interface WalkStep {
  readonly command: number;
  readonly choices: readonly number[];
}

/** One command of a walk that was accepted. */
export interface Walked {
  readonly name: CommandName;
  readonly diff: Diff;
}

/** Runs random commands on a case of four documents; refused ones are passed to `onRefused` and change nothing. */
export function walk(
  steps: readonly WalkStep[],
  onStep: (made: TestCase, walked: Walked) => void = () => undefined,
  onRefused: (name: CommandName, error: ChangeError) => void = () => undefined,
): { made: TestCase; walked: Walked[] } {
  const made = new TestCase();
  const texts = hardTexts.map((text, index) => ({ hash: fixedHash(index + 100), text }));
  for (const text of texts) made.know(text);
  const documents = texts.map((text) => describeText(text, { title: 'A text', publisher: null }));
  made.run('document/import', { documents });
  const walked: Walked[] = [];
  for (const { command, choices } of steps) {
    const name = commandNames[command % commandNames.length];
    if (name === undefined) continue;
    const world = {
      ...{ view: made.view, texts, choose: chooser(choices) },
      textOf: (document: Parameters<TestCase['textOf']>[0]) => made.textOf(document),
    };
    const chosen = randomCommand(name, world);
    if (chosen === null) continue;
    const result = made.attempt(chosen.name, chosen.input);
    if (!result.ok) {
      onRefused(name, result.error);
      continue;
    }
    walked.push({ name, diff: result.value });
    onStep(made, { name, diff: result.value });
  }
  return { made, walked };
}

/** Steps that are the same on every run: their numbers are those of the generator called mulberry32. */
export function fixedSteps(length: number): WalkStep[] {
  let seed = 42;
  function next(): number {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 1;
  }
  return Array.from({ length }, () => ({
    command: next(),
    choices: Array.from({ length: 20 }, next),
  }));
}

/** Turns a list of numbers into choices, going round when it is used up. */
export function chooser(choices: readonly number[]): (below: number) => number {
  let used = 0;
  return (below) => {
    const choice = choices[used % choices.length] ?? 0;
    used += 1;
    return choice % below;
  };
}

/** A case's records in an order that does not depend on how they came about. */
export function recordsById(records: Iterable<AnyRecord>): AnyRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}
