import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CaseState } from '../../domain/core/case-state.ts';
import { emptyDiff } from '../../domain/core/diff.ts';
import { fixedHash } from '../../domain/testing/fixed-ids.ts';
import { temporaryFolder } from '../store/testing/temporary-case.ts';
import { flipped } from '../store/testing/spoiled-case.ts';
import { type DerivedPlace, DerivedValue } from './derived-value.ts';
import { CaseId } from '../../domain/records/case/record.ts';
import { type ContractSubject, contractOf } from './testing/contract.ts';
import { type Tally, tallyOf } from './testing/tally.ts';

const caseId = CaseId.parse('case-00000000-0000-7000-8000-000000000001');

async function aPlace(): Promise<{ place: DerivedPlace; file: string }> {
  const appFolder = await temporaryFolder();
  return { place: { appFolder, caseId }, file: join(appFolder, 'derived', caseId, 'tally.json') };
}

function subjectAt(place: DerivedPlace | null): ContractSubject<DerivedValue<Tally>> {
  return {
    open: (version) => DerivedValue.open(tallyOf(version), place),
    read: ({ value }) => value,
  };
}

contractOf('a value in memory', () => Promise.resolve(subjectAt(null)));

contractOf('a value in a file', async () => {
  const { place, file } = await aPlace();
  return {
    ...subjectAt(place),
    damages: [
      async () => writeFile(file, flipped(await readFile(file))),
      async () => truncate(file, (await readFile(file)).length - 3),
      () => truncate(file, 0),
      () => writeFile(file, 'something else'),
    ],
  };
});

const nothing = { seq: 1, hash: fixedHash(1) };

test('a value is kept by its case, and outside of it', async () => {
  const { place, file } = await aPlace();
  const value = await DerivedValue.open(tallyOf(), place);
  await value.rebuild(new CaseState(), nothing);
  expect(await readdir(place.appFolder)).toEqual([]);
  await value.close();
  expect(await readFile(file, 'utf8')).toContain(nothing.hash);
  const otherId = CaseId.parse('case-00000000-0000-7000-8000-000000000002');
  const other = await DerivedValue.open(tallyOf(), { ...place, caseId: otherId });
  expect(other.upTo).toBeNull();
});

test('what cannot be kept is worked out anew', async () => {
  const { place } = await aPlace();
  await writeFile(join(place.appFolder, 'derived'), 'a file where the folder should be');
  const value = await DerivedValue.open(tallyOf(), place);
  await value.rebuild(new CaseState(), nothing);
  await value.close();
  expect((await DerivedValue.open(tallyOf(), place)).upTo).toBeNull();
});

test('a value that a change has broken has to be rebuilt', async () => {
  const broken = {
    ...tallyOf(),
    apply: () => {
      throw new Error('It did not work');
    },
  };
  const value = await DerivedValue.open(broken, null);
  await value.rebuild(new CaseState(), nothing);
  const change = value.apply(emptyDiff, nothing);
  await expect(change).rejects.toThrow('It did not work');
  expect([value.upTo, value.value]).toEqual([null, undefined]);
});
