import { expect, test } from 'vitest';
import { messageOf } from './health-words.ts';

const reading = {
  state: 'reading',
  writer: null,
  mayWrite: true,
  lost: false,
  error: null,
} as const;
const bela = { analyst: 'Bela', host: 'desk-3', silent: false };

test('names who writes, and says so when they are silent', () => {
  expect(messageOf({ ...reading, writer: bela })).toContain('Bela on desk-3 is working in it');
  expect(messageOf({ ...reading, writer: { ...bela, silent: true } })).toContain('no sign of life');
  expect(messageOf({ ...reading, writer: { ...bela, analyst: '' } })).toContain('Somebody on');
});

test('tells one whose case was taken over that nothing is lost', () => {
  const message = messageOf({ ...reading, writer: bela, lost: true });
  expect(message).toMatch(/taken over\. Nothing that you saved is lost.*Bela on desk-3/);
});

test('tells a case that nobody writes from one that cannot be written', () => {
  expect(messageOf(reading)).toContain('Nobody is working in it now.');
  expect(messageOf({ ...reading, mayWrite: false })).toContain('nothing can be changed.');
});
