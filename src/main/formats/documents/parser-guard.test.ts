import { expect, test } from 'vitest';
import { guardParser } from './parser-guard.ts';

function nested(depth: number): number {
  return nested(depth + 1) + 1;
}

test('what a parser makes is handed on', () => {
  expect(guardParser('a.md', () => 'a tree')).toEqual({ ok: true, value: 'a tree' });
});

test('a stack that overflows is said to be too much nesting', () => {
  expect(guardParser('a.md', () => nested(0))).toMatchObject({
    ok: false,
    error: {
      code: 'import/too-complex',
      facts: { name: 'a.md', limit: 'a normal depth of nesting' },
    },
  });
});

test('whatever else is thrown is said to be broken markup', () => {
  const parse = () => {
    throw new TypeError('no such node');
  };
  expect(guardParser('a.md', parse)).toMatchObject({
    ok: false,
    error: {
      code: 'import/malformed',
      facts: { name: 'a.md', reason: 'its markup cannot be parsed' },
    },
  });
});
