import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Diff } from '../../../domain/core/diff.ts';
import { type CaseFolder, caseFolder, documentFile } from '../disk/case-folder.ts';
import { DocumentHead, readCheckpoint } from './checkpoint-file.ts';
import { type CheckpointState, Checkpointer } from './checkpointer.ts';
import { IdSource } from '../disk/ids.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { loadCase } from '../opening/load-case.ts';
import { readAllDocuments, readIndex } from './read-checkpoints.ts';
import { Slices } from '../disk/slices.ts';
import { makeLargeCase } from '../testing/large-case.ts';
import {
  codeOf,
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

describe('the checkpoints of a case that changed', () => {
  /** A closed case with two documents, loaded, and its checkpointer; `change` highlights something in the first. */
  async function loaded({
    mayWrite,
    as = (found) => found,
  }: {
    mayWrite?: () => Promise<boolean>;
    as?: (found: CheckpointState) => CheckpointState;
  } = {}) {
    const store = await temporaryCase();
    const document = await importText(store, 'NATO left Baghdad.');
    const other = await importText(store, 'NATO stayed in Kabul.');
    await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
    await store.close();
    const folder = caseFolder(store.path);
    const { state, tail, checkpoints } = valueOf(await loadCase(folder, { acceptNewer: false }));
    let { mark } = tail;
    const [highlight] = state.all('highlight');
    if (highlight === undefined) throw new Error('There is no highlight');
    const ids = new IdSource(() => new Date());
    const checkpointer = new Checkpointer(
      folder,
      as(checkpoints),
      () => ({ state, mark }),
      mayWrite,
    );
    onTestFinished(() => {
      checkpointer.stop();
    });
    return {
      ...{ folder, document, other, checkpointer },
      change: () => {
        const diff: Diff = {
          ...{ created: [{ ...highlight, id: ids.next('highlight') }], updated: [], removed: [] },
        };
        state.apply(diff);
        mark = { ...mark, seq: mark.seq + 1 };
        checkpointer.changed(diff);
      },
    };
  }

  /** The changes that `case.json` and the checkpoints of some documents are of. */
  async function seqsIn(folder: CaseFolder, documents: readonly DocumentId[]): Promise<number[]> {
    const index = await readIndex(folder);
    const contents = new Map(await readAllDocuments(folder, []));
    return [
      index.status === 'intact' ? index.data.journal.seq : 0,
      ...documents.map((id) => contents.get(id)?.data?.seq ?? 0),
    ];
  }

  test('are written once: those of the documents that it touched, and case.json', async () => {
    const { folder, document, other, checkpointer, change } = await loaded();
    const documents = [document, other];
    expect(await seqsIn(folder, documents)).toEqual([4, 4, 4]);
    const before = await filesOf(folder);
    valueOf(await checkpointer.flush());
    expect(await filesOf(folder)).toEqual(before);
    change();
    valueOf(await checkpointer.flush());
    expect(await seqsIn(folder, documents)).toEqual([5, 5, 4]);
    const written = await filesOf(folder);
    const isNew = [...written].map(([name, inode]) => [name, before.get(name) !== inode]);
    expect(Object.fromEntries(isNew)).toEqual({
      ...{ [`${document}.json`]: true, [`${other}.json`]: false, 'case.json': true },
    });
    valueOf(await checkpointer.flush());
    expect(await filesOf(folder)).toEqual(written);
  });

  test('are not written without the right to write, and once it is there again', async () => {
    const right = { isHeld: false };
    const { folder, document, checkpointer, change } = await loaded({
      mayWrite: () => Promise.resolve(right.isHeld),
    });
    change();
    valueOf(await checkpointer.flush());
    expect(await seqsIn(folder, [document])).toEqual([4, 4]);
    right.isHeld = true;
    valueOf(await checkpointer.flush());
    expect(await seqsIn(folder, [document])).toEqual([5, 5]);
  });

  test('are written later where the disk refuses them', async () => {
    const { folder, document, checkpointer, change } = await loaded();
    change();
    await rename(folder.documents, `${folder.documents} elsewhere`);
    expect(codeOf(await checkpointer.flush())).toBe('store/not-found');
    await rename(`${folder.documents} elsewhere`, folder.documents);
    expect(await seqsIn(folder, [document])).toEqual([4, 4]);
    valueOf(await checkpointer.flush());
    expect(await seqsIn(folder, [document])).toEqual([5, 5]);
  });

  test.each<[string, (found: CheckpointState) => CheckpointState, isWritten: boolean[]]>([
    ['none is', (found) => found, [false, false, false]],
    ['case.json is', (found) => ({ ...found, seq: 3 }), [false, false, true]],
    [
      'a document’s is',
      (found) => ({ ...found, stale: new Set([...found.documents.keys()].slice(0, 1)) }),
      [true, false, true],
    ],
  ])(
    'found on opening are written by themselves where they are behind (%s)',
    async (_, as, isWritten) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      onTestFinished(() => {
        vi.useRealTimers();
      });
      const { folder, document, other, checkpointer } = await loaded({ as });
      const before = await filesOf(folder);
      vi.advanceTimersByTime(2_000);
      await checkpointer.whileQuiet(() => Promise.resolve());
      const after = await filesOf(folder);
      const names = [`${document}.json`, `${other}.json`, 'case.json'];
      expect(names.map((name) => before.get(name) !== after.get(name))).toEqual(isWritten);
    },
  );

  test('wait until nothing was changed for two seconds, but not longer than half a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { folder, document, checkpointer, change } = await loaded();
    const written = async (): Promise<number[]> => {
      await checkpointer.whileQuiet(() => Promise.resolve());
      return seqsIn(folder, [document]);
    };
    change();
    vi.advanceTimersByTime(1_999);
    expect(await written()).toEqual([4, 4]);
    change();
    vi.advanceTimersByTime(1_999);
    expect(await written()).toEqual([4, 4]);
    vi.advanceTimersByTime(1);
    expect(await written()).toEqual([6, 6]);

    // Somebody who never stops.
    for (let second = 0; second <= 30; second += 1) {
      change();
      vi.advanceTimersByTime(1_000);
    }
    expect(await written()).toEqual([6, 6]);
    change();
    vi.advanceTimersByTime(1_000);
    expect(await written()).toEqual([38, 38]);

    change();
    checkpointer.stop();
    vi.advanceTimersByTime(60_000);
    expect(await written()).toEqual([38, 38]);
  });
});

/** The checkpoints of a case by their names: one that is written anew is another file. */
async function filesOf({ root, documents }: CaseFolder): Promise<Map<string, number>> {
  const inodes = new Map<string, number>();
  for (const name of await readdir(documents))
    inodes.set(name, (await stat(join(documents, name))).ino);
  return inodes.set('case.json', (await stat(join(root, 'case.json'))).ino);
}
