import { createHash } from 'node:crypto';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalOf, judgeCase, requests } from '../judge-case.ts';
import type { Scenario } from '../scenario.ts';
import type { Testimony } from '../testimony.ts';
import {
  aCase,
  casePath,
  documentsOf,
  highlightOf,
  leaveCrashed,
  openAndChange,
  openForWriting,
  spoil,
} from './a-case.ts';

const tornLine = '{"seq":5,"at":"2026-03-15T12:00:00.000Z","by":"analyst-';

/** A case that a crash left with a torn line, a damaged checkpoint and unfinished files is opened and gone on with. */
export const recovery: Scenario = {
  name: 'recovery',
  prepare: async (folder) => {
    const first = await aCase(folder, 2);
    const path = first.path;
    await first.close();
    const store = await openForWriting(folder);
    const [document] = documentsOf(store);
    await store.run('highlight/create', highlightOf(document));
    // Its checkpoints are of two changes ago.
    await leaveCrashed(store);
    await appendFile(join(path, 'journal', '000001.jsonl'), tornLine);
    await spoil(join(path, 'documents', `${document ?? ''}.json`));
    for (const part of ['', 'texts', 'layouts', 'documents', 'journal'])
      await writeFile(join(path, part, 'a.json.1.unfinished'), 'half');
  },
  run: async (folder, witness) => {
    witness.arm();
    await openAndChange(folder, witness);
  },
  judge: async (folder, before, testimony) => {
    const path = casePath(before);
    const journal = await journalOf(path);
    const acknowledged = journal.subarray(0, journal.length - tornLine.length);
    const documents = (await readdir(join(path, 'documents'))).filter((name) =>
      name.endsWith('.json'),
    );
    const checkpoints = await Promise.all(
      documents.map((name) => readFile(join(path, 'documents', name))),
    );
    const damaged = checkpoints.filter((bytes) => !isWhole(bytes));
    const kept = [Buffer.from(tornLine), ...damaged];
    const expected = { journal: acknowledged, kept };
    return [
      ...refusedTwice(testimony),
      ...(await judgeCase(casePath(folder), expected, testimony)),
    ];
  },
};

// Whether the hash in a checkpoint's first line is that of all bytes after it.
function isWhole(checkpoint: Buffer): boolean {
  const end = checkpoint.indexOf('\n') + 1;
  const hash = createHash('sha256').update(checkpoint.subarray(end)).digest('hex');
  return checkpoint.subarray(0, end).includes(hash);
}

// Every fault but a disk that stays full is over when the case is opened again.
function refusedTwice({ end, asks }: Testimony): string[] {
  const answer = asks.findLast(({ command }) => command === requests.open)?.answer;
  const refused = answer?.kind === 'refused' && answer.code !== 'store/disk-full';
  return end !== null && refused ? [`It did not open the second time: ${answer.code}`] : [];
}
