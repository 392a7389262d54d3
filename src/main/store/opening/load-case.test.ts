import { describe, expect, test } from 'vitest';
import { caseFolder } from '../disk/case-folder.ts';
import { closedCase, linesOf, writeLines } from '../testing/spoiled-case.ts';
import { valueOf } from '../testing/temporary-case.ts';
import { type LoadedCase, loadCase } from './load-case.ts';

/** Reads all lines of a case as far as some bytes of its journal reach, whatever its checkpoints say. */
async function loadedUntil(path: string, until: number): Promise<LoadedCase> {
  const options = { acceptNewer: false, isThorough: true, until };
  return valueOf(await loadCase(caseFolder(path), options));
}

// Changes of that case: 1 the case, 2 a document, 3 a highlight, 4 a claim, 5 a source.
describe.each([
  ['one file', [[0, 5]]],
  [
    'two files',
    [
      [0, 3],
      [3, 5],
    ],
  ],
  [
    'a file for each change',
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ],
  ],
])('a journal in %s', (_, files) => {
  test('is read as far as is asked for, though the checkpoints are of what comes behind', async () => {
    const path = await closedCase();
    const lines = await linesOf(path);
    for (const [index, [from, to]] of files.entries())
      await writeLines(path, lines.slice(from, to), `journal/00000${index + 1}.jsonl`);
    const sizes = lines.map((line) => line.length + 1);
    for (const seq of [2, 3, 4, 5]) {
      const until = sizes.slice(0, seq).reduce((sum, size) => sum + size, 0);
      const { state, tail, unusable } = await loadedUntil(path, until);
      expect(tail).toMatchObject({ mark: { seq, bytes: until }, torn: null });
      const counts = ['document', 'claim', 'source'] as const;
      expect(counts.map((type) => state.count(type))).toEqual([
        1,
        seq >= 4 ? 1 : 0,
        seq >= 5 ? 1 : 0,
      ]);
      // As a whole it is what the checkpoints say.
      expect(unusable.length > 0).toBe(seq < 5);
    }
  });
});
