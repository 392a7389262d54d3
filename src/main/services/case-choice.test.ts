import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Preferences } from '../preferences/preferences.ts';
import { codeOf, temporaryFolder, valueOf } from '../store/testing/temporary-case.ts';
import { CaseChoice, chooseCasePlace } from './case-choice.ts';

/** The choice of an analyst who answers every dialog with the same folder, and the app's folders. */
async function aChoice(chosen: string | null = null) {
  const [userData, shipped] = [await temporaryFolder(), await temporaryFolder()];
  const sampleCase = join(shipped, 'Sample case.assay');
  const preferences = await Preferences.open(userData);
  const questions: unknown[] = [];
  const chooseFolder = (question: unknown) => {
    questions.push(question);
    return Promise.resolve(chosen);
  };
  const cases = new CaseChoice({ preferences, userData, sampleCase, chooseFolder });
  return { cases, preferences, questions, sampleCase };
}

test('the sample case is the analyst’s own copy, with what they did to it', async () => {
  const { cases, sampleCase } = await aChoice();
  // Nothing passes for the copy before all of it is there.
  expect(codeOf(await cases.pathOf({ kind: 'sample' }))).toBe('store/not-found');
  await mkdir(sampleCase);
  await writeFile(join(sampleCase, 'case.json'), 'as it ships');
  const copy = valueOf(await cases.pathOf({ kind: 'sample' })) ?? '';
  expect(await readFile(join(copy, 'case.json'), 'utf8')).toBe('as it ships');
  expect(existsSync(`${copy}.unfinished`)).toBe(false);
  await writeFile(join(copy, 'case.json'), 'changed');
  expect(valueOf(await cases.pathOf({ kind: 'sample' }))).toBe(copy);
  expect(await readFile(join(copy, 'case.json'), 'utf8')).toBe('changed');
});

test('a recent case is found by its key, which leads nowhere once it is forgotten', async () => {
  const { cases, preferences } = await aChoice();
  const openedAt = '2026-03-15T12:00:00.000Z';
  await preferences.rememberCase({ name: 'A case', path: '/cases/a', openedAt });
  const [{ key } = { key: '' }] = preferences.recent;
  expect(valueOf(await cases.pathOf({ kind: 'recent', key }))).toBe('/cases/a');
  await preferences.forgetCase(key);
  expect(codeOf(await cases.pathOf({ kind: 'recent', key }))).toBe('store/not-found');
});

test('what is asked for again is what was asked for last, or what was open', async () => {
  const { cases, questions } = await aChoice('/cases/chosen');
  expect(valueOf(await cases.pathOf({ kind: 'again' }))).toBeNull();
  expect(valueOf(await cases.pathOf({ kind: 'dialog' }))).toBe('/cases/chosen');
  expect(questions).toEqual([{ title: 'Open a case', buttonLabel: 'Open the case' }]);
  expect(codeOf(await cases.pathOf({ kind: 'recent', key: 'unknown' }))).toBe('store/not-found');
  expect(valueOf(await cases.pathOf({ kind: 'again' }))).toBe('/cases/chosen');
  cases.remember('/cases/open');
  expect(valueOf(await cases.pathOf({ kind: 'again' }))).toBe('/cases/open');
});

test('a dialog that is cancelled leads nowhere', async () => {
  const { cases } = await aChoice();
  cases.remember('/cases/open');
  expect(valueOf(await cases.pathOf({ kind: 'dialog' }))).toBeNull();
  expect(valueOf(await cases.pathOf({ kind: 'again' }))).toBe('/cases/open');
});

test('the place of a case is asked for with a name, which ends as those of cases do', async () => {
  const asked: unknown[] = [];
  const chooseSaveLocation = (options: unknown) => {
    asked.push(options);
    return Promise.resolve('/cases/Fire.assay');
  };
  const question = { title: 'New case', name: 'Fire', buttonLabel: 'Create' };
  expect(await chooseCasePlace({ chooseSaveLocation }, question)).toBe('/cases/Fire.assay');
  expect(asked).toEqual([
    {
      ...{ title: 'New case', buttonLabel: 'Create', defaultName: 'Fire.assay' },
      filters: [{ name: 'Assay case', extensions: ['assay'] }],
    },
  ]);
});
