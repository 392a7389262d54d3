import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { caseFolder, documentFile } from '../disk/case-folder.ts';
import { DocumentHead, readCheckpoint } from './checkpoint-file.ts';
import { Checkpointer } from './checkpointer.ts';
import { IdSource } from '../disk/ids.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { loadCase } from '../opening/load-case.ts';
import { readIndex } from './read-checkpoints.ts';
import { Slices } from '../disk/slices.ts';
import { makeLargeCase } from '../testing/large-case.ts';
import {
  importText,
  run,
  temporaryCase,
  temporaryFolder,
  valueOf,
} from '../testing/temporary-case.ts';
import { noOldLines } from '../journal/old-lines.ts';

// Collecting so many records takes several slices, so that changes come in between.
const highlights = 20_000;

test('a checkpoint is of one moment, whatever changes while it is written', async () => {
  const folder = caseFolder(join(await temporaryFolder(), 'case.assay'));
  await makeLargeCase(folder.path, { documents: 1, highlights });
  const { state, tail } = valueOf(await loadCase(folder, { acceptNewer: false }));
  const [document] = state.all('document');
  const [highlight] = state.all('highlight');
  if (document === undefined || highlight === undefined) throw new Error('The case is empty');
  const ids = new IdSource(() => new Date());
  let { mark } = tail;
  const sizes = new Map<number, number>();
  const checkpointer = new Checkpointer(
    folder,
    { seq: 0, documents: new Map(), stale: new Set([document.id]) },
    () => ({ state, mark }),
  );
  const flushed = checkpointer.flush();
  for (let change = 0; change < 50; change += 1) {
    sizes.set(mark.seq, state.count('highlight'));
    await setImmediate();
    const created = [{ ...highlight, id: ids.next('highlight') }];
    state.apply({ created, updated: [], removed: [] });
    mark = { ...mark, seq: mark.seq + 1 };
  }
  sizes.set(mark.seq, state.count('highlight'));
  valueOf(await flushed);
  checkpointer.stop();
  const place = {
    folder: folder.documents,
    name: documentFile(document.id),
    head: DocumentHead,
    whole: () => Promise.resolve(noOldLines),
  };
  const written = await readCheckpoint(place, new Slices());
  if (written.status !== 'intact') throw new Error('There is no checkpoint');
  const { records, seq } = written.data;
  expect(records.filter(({ type }) => type === 'highlight')).toHaveLength(sizes.get(seq) ?? 0);
});

test('documents are listed in the order in which they came, whichever checkpoint was written first', async () => {
  const store = await temporaryCase();
  const large = await importText(store, 'The first of them takes longest.');
  const range = { start: 0, end: 9 };
  for (let made = 0; made < 300; made += 1)
    await run(store, 'highlight/create', { document: large, ranges: [range] });
  const others: DocumentId[] = [];
  for (let number = 0; number < 5; number += 1)
    others.push(await importText(store, `Another, number ${number}.`));
  await store.close();
  const index = await readIndex(caseFolder(store.path));
  if (index.status !== 'intact') throw new Error('There is no case.json');
  expect(index.data.documents.map(([id]) => id)).toEqual([large, ...others]);
});
