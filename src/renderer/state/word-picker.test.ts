import { expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { caseReplica } from './replica.ts';
import { aSnapshot } from './testing/shown-case.ts';
import { pickWords, useWordPicker } from './word-picker.ts';

const document = new CaseBuilder().document('words');

function question() {
  return useWordPicker.getState().question;
}

test('a question is asked until it is answered', async () => {
  expect(useWordPicker.getInitialState()).toEqual({ question: null });
  const picked = pickWords('the words that name “Reuters”', document);
  expect(question()).toMatchObject({ prompt: 'the words that name “Reuters”', document });
  const words = { document, start: 0, end: 5 };
  question()?.answer(words);
  expect([await picked, question()]).toEqual([words, null]);
});

test('who asked before is answered with nothing when another asks', async () => {
  const before = pickWords('the place', null);
  const now = pickWords('the time', null);
  expect(await before).toBeNull();
  expect(question()?.prompt).toBe('the time');
  question()?.answer(null);
  expect(await now).toBeNull();
});

test('a question is answered with nothing when its case is closed', async () => {
  caseReplica.replace(aSnapshot());
  const words = pickWords('the words that name “Reuters”', null);
  caseReplica.replace(null);
  expect([await words, question()]).toEqual([null, null]);
});
