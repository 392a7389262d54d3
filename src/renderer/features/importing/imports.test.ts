import { beforeEach, expect, test } from 'vitest';
import { appError } from '../../../contract/errors.ts';
import type { ImportOutcome } from '../../../contract/imports.ts';
import { ok } from '../../../domain/core/result.ts';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { caseReplica } from '../../state/replica.ts';
import { clearNotices, useNotices } from '../../state/notices.ts';
import { standInForMain } from '../../state/testing/main-process.ts';
import { aSnapshot } from '../../state/testing/shown-case.ts';
import { cancelImport, importFiles, useImports } from './imports.ts';

const known = new CaseBuilder().document('It burnt.');
const good: ImportOutcome = {
  name: 'a.txt',
  status: 'failed',
  error: appError('import/cancelled', { name: 'a.txt' }),
};
const empty: ImportOutcome = {
  name: 'b.txt',
  status: 'failed',
  error: appError('import/empty', { name: 'b.txt' }),
};

beforeEach(() => {
  caseReplica.replace(aSnapshot());
  useImports.setState(useImports.getInitialState(), true);
  useNotices.setState({ notices: [] });
});

/** Imports files of which this has become when the import is cancelled. */
async function importCancelled(...outcomes: ImportOutcome[]): Promise<void> {
  standInForMain({
    'import/files': async ({ job }) => {
      await cancelImport(job);
      return ok({ cancelled: true, outcomes });
    },
    'import/cancel': () => ok(null),
  });
  await importFiles();
  expect(useNotices.getState().notices.map(({ text }) => text)).toEqual([
    'The import was cancelled; nothing was added.',
  ]);
}

test('an import that was cancelled tells of the files that could not be read before', async () => {
  await importCancelled(good, empty);
  expect(useImports.getState().report?.outcomes).toEqual([empty]);
});

test('an import that was cancelled tells of nothing else', async () => {
  await importCancelled(good, { name: 'c.txt', status: 'known', documents: [known] });
  expect(useImports.getState().report).toBeNull();
});

test('an import that ended with its case says so over whatever comes next', async () => {
  standInForMain({
    'import/files': () => ok({ cancelled: true, outcomes: [good] }),
  });
  await importFiles();
  clearNotices();
  expect(useNotices.getState().notices.map(({ text }) => text)).toEqual([
    'The import of 1 file was cancelled with its case; nothing was added.',
  ]);
});
