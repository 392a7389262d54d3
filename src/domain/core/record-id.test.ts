import { expect, test } from 'vitest';
import { fixedHash, fixedId } from '../testing/fixed-ids.ts';
import { Sha256, prefixOf, recordId } from './record-id.ts';

const id: string = fixedId('tag', 12);
const hash: string = fixedHash(12);

test('an id is its type and a UUID of version 7', () => {
  expect(recordId('tag').parse(id)).toBe(id);
  expect(prefixOf(id)).toBe('tag');
});

test.each([
  ['of another type', fixedId('source', 12)],
  ['with something before it', `x${id}`],
  ['with something behind it', `${id}0`],
  ['of another version', id.replace('-7', '-4')],
  ['of another variant', id.replace('-8000', '-0000')],
  ['in capitals', id.toUpperCase()],
  ['without a type', id.slice('tag-'.length)],
])('an id %s is none', (_, other) => {
  expect(recordId('tag').safeParse(other).success).toBe(false);
});

test('a hash is 64 digits of lower-case hexadecimal', () => {
  expect(Sha256.parse(hash)).toBe(hash);
  for (const other of [`0${hash}`, `${hash}0`, hash.slice(1), hash.replace('c', 'C')])
    expect(Sha256.safeParse(other).success).toBe(false);
});
