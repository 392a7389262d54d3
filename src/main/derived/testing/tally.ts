import { z } from 'zod';
import { changesOf } from '../../../domain/core/diff.ts';
import { recordName } from '../../../domain/history/record-name.ts';
import { type AnyRecord, recordTypes } from '../../../domain/records/registry.ts';
import type { Derivation } from '../derived-value.ts';

const Tally = z.strictObject({
  /** How many records of a type there are; nothing for those of which there is none. */
  counts: z.record(z.string(), z.int().min(1)),
  names: z.record(z.string(), z.string()),
});
export type Tally = z.infer<typeof Tally>;

/** A derivation for tests: a change that is taken in twice, out of turn or not at all shows in its counts or names. */
export function tallyOf(version = 1): Derivation<Tally> {
  return {
    name: 'tally',
    version,
    schema: Tally,
    rebuild: (view) => {
      const tally: Tally = { counts: {}, names: {} };
      for (const type of recordTypes)
        for (const record of view.all(type)) note(tally, null, record);
      return Promise.resolve(tally);
    },
    apply: (tally, diff) => {
      for (const [, { before, after }] of changesOf(diff)) note(tally, before, after);
      return tally;
    },
  };
}

function note({ counts, names }: Tally, before: AnyRecord | null, after: AnyRecord | null): void {
  if (before !== null) {
    const left = (counts[before.type] ?? 0) - 1;
    if (left === 0) Reflect.deleteProperty(counts, before.type);
    else counts[before.type] = left;
    Reflect.deleteProperty(names, before.id);
  }
  if (after !== null) {
    counts[after.type] = (counts[after.type] ?? 0) + 1;
    names[after.id] = recordName(after);
  }
}
