import { join, sep } from 'node:path';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { contentTypeOf, locate } from './served-file.ts';

const root = join(sep, 'app', 'out', 'renderer');

test('finds the files of the renderer', () => {
  expect(locate(root, '/index.html')).toBe(join(root, 'index.html'));
  expect(locate(root, '/assets/inter%20var.woff2')).toBe(join(root, 'assets', 'inter var.woff2'));
});

test.each([
  '/../main/index.js',
  '/%2e%2e/main/index.js',
  '/..%2fmain%2findex.js',
  '/assets/../../preload/index.js',
  '/..%5cmain%5cindex.js',
  '/index.html%00.js',
  '/%E0%A4%A.js',
  '/../renderer-of-another/page.js',
  '/',
  '',
])('refuses %s', (path) => {
  expect(locate(root, path)).toBeNull();
});

test('serves no type of file that the renderer does not have', () => {
  expect(locate(root, '/secrets.env')).toBeNull();
  expect(contentTypeOf('index.cjs')).toBeNull();
});

test('never leads out of the folder, whatever is asked', () => {
  assert(
    property(string({ unit: 'grapheme' }), (path) => {
      const file = locate(root, `/${path}.js`);
      return file === null || file.startsWith(`${root}${sep}`);
    }),
  );
});
