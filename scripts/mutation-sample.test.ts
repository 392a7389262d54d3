import { expect, test } from 'vitest';
import { blocksOf } from './mutation-sample.mjs';

const source = Array.from({ length: 1_995 }, () => 'x').join('\n');

test('all blocks are tried when one in one is, from the first line to the last', () => {
  const blocks = blocksOf('src/a.ts', source, 1);
  expect(blocks).toHaveLength(200);
  expect(blocks[0]).toBe('src/a.ts:1-10');
  expect(blocks.at(-1)).toBe('src/a.ts:1991-2000');
});

test('of many blocks about as many are tried as were asked for, the same ones every time', () => {
  const blocks = blocksOf('src/a.ts', source, 10);
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.length).toBeLessThan(35);
  expect(blocksOf('src/a.ts', source, 10)).toEqual(blocks);
});

test('which they are depends on the file', () => {
  const ranges = (file: string) => blocksOf(file, source, 10).map((block) => block.split(':')[1]);
  expect(ranges('src/a.ts')).not.toEqual(ranges('src/b.ts'));
});
