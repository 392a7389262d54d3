import { caseFolder } from '../../../src/main/store/disk/case-folder.ts';
import { FolderCaseStore } from '../../../src/main/store/folder-case-store.ts';
import { FolderJournal } from '../../../src/main/store/journal/folder-journal.ts';
import { IdSource } from '../../../src/main/store/disk/ids.ts';
import { loadCase } from '../../../src/main/store/opening/load-case.ts';
import { acquireLock } from '../../../src/main/store/access/lock.ts';
import { makeWritable } from '../../../src/main/store/opening/open-folder.ts';
import { UndoHistory } from '../../../src/main/store/changes/undo-history.ts';
import type { Scenario } from '../scenario.ts';
import { aCase, casePath, judgeWhole, valueOf } from './a-case.ts';

// So small that every change starts a file of its own.
const segmentBytes = 1;

/** Changes that each start a new file of the journal. */
export const newSegment: Scenario = {
  name: 'new segment',
  prepare: async (folder) => (await aCase(folder, 0)).close(),
  run: async (folder, witness) => {
    witness.watch(await openWithSmallSegments(casePath(folder)));
    witness.arm();
    for (const name of ['War', 'Peace', 'Truce']) await witness.run('tag/create', { name });
  },
  judge: judgeWhole,
};

// As `openCase` does it, but for the size of the segments.
async function openWithSmallSegments(path: string): Promise<FolderCaseStore> {
  const now = () => new Date();
  const folder = caseFolder(path);
  const lock = valueOf(await acquireLock(folder, { analyst: 'Ada', now: now() }));
  const loaded = valueOf(await loadCase(folder, { acceptNewer: false }));
  const {
    journal: usual,
    checkpoints,
    report,
  } = valueOf(await makeWritable(folder, loaded, now()));
  await usual.close();
  const { state, tail } = loaded;
  const journal = valueOf(await FolderJournal.open(folder, tail, segmentBytes));
  const [analyst] = [...state.all('analyst')];
  if (analyst === undefined) throw new Error('The case has no analyst');
  const writing = { journal, lock, checkpoints, history: UndoHistory.empty };
  const parts = {
    folder,
    state,
    analyst,
    ids: new IdSource(now),
    now,
    mark: tail.mark,
    mayWrite: true,
  };
  return new FolderCaseStore({ ...parts, report, repairs: [], writing });
}
