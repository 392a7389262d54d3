import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CaseState } from '../../domain/core/case-state.ts';
import type { Diff } from '../../domain/core/diff.ts';
import { recordsById } from '../../domain/testing/random-walk.ts';
import { copyOf, walkStore } from './testing/spoiled-case.ts';
import { allRecords, reopen, temporaryCase } from './testing/temporary-case.ts';

// Many cases, each with files or long sequences; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const steps = fc.array(
  fc.record({ command: fc.nat(), choices: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }) }),
  { minLength: 5, maxLength: 40 },
);
const runs = { numRuns: 12 };

test('a case is the same in memory, in a window, from its checkpoints and from its journal alone', async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, async (before, after) => {
      const made = await temporaryCase();
      await walkStore(made, before);
      await made.close();
      const store = await reopen(made.path);
      const replica = new CaseState(allRecords(store));
      // What reaches a window went there as JSON would.
      store.subscribe(({ diff }) => {
        replica.apply(structuredClone<Diff>(diff));
      });
      await walkStore(store, after);
      const expected = allRecords(store);
      expect(recordsById(replica.records())).toEqual(expected);
      const crashed = await copyOf(store.path);
      expect(allRecords(await reopen(crashed, { readOnly: true }))).toEqual(expected);
      await rm(join(crashed, 'case.json'));
      await rm(join(crashed, 'documents'), { recursive: true });
      expect(allRecords(await reopen(crashed, { readOnly: true }))).toEqual(expected);
      await store.close();
    }),
    runs,
  );
});

test('undoing all gives the start, redoing all the end', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const store = await temporaryCase();
      const start = allRecords(store);
      await walkStore(store, taken);
      await repeat(() => store.redo());
      const end = allRecords(store);
      await repeat(() => store.undo());
      expect(allRecords(store)).toEqual(start);
      expect(store.undoState.undo).toBeNull();
      await repeat(() => store.redo());
      expect(allRecords(store)).toEqual(end);
      expect(store.undoState.redo).toBeNull();
      await store.close();
    }),
    runs,
  );
});

async function repeat(move: () => Promise<{ ok: boolean }>): Promise<void> {
  while ((await move()).ok);
}
