import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCase } from '../../../src/main/store/case-store.ts';
import { goOn, journalOf, linesIn, missingBytes, replay } from '../judge-case.ts';
import type { Scenario } from '../scenario.ts';
import { digestOf } from '../testimony.ts';
import {
  aCase,
  casePath,
  documentsOf,
  highlightOf,
  leaveCrashed,
  openAndChange,
  openForWriting,
} from './a-case.ts';

const recovering = { readOnly: false, analyst: 'Ada', recover: true };

// The change that cannot be read; no checkpoint holds it, and another follows it.
const lostLine = 3;

/** A case whose journal is damaged in its middle is recovered, and gone on with. */
export const salvage: Scenario = {
  name: 'salvage',
  prepare: async (folder) => {
    await (await aCase(folder, 2)).close();
    const store = await openForWriting(folder);
    const [document] = documentsOf(store);
    await store.run('highlight/create', highlightOf(document));
    await store.run('tag/create', { name: 'Lost' });
    await store.run('tag/create', { name: 'Kept' });
    await leaveCrashed(store);
    const journal = join(store.path, 'journal', '000001.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    lines[lostLine] = lines[lostLine]?.replace('Lost', 'Lust') ?? '';
    await writeFile(journal, lines.join('\n'));
  },
  run: async (folder, witness) => {
    witness.arm();
    await openAndChange(folder, witness, recovering);
  },
  judge: async (folder, before, { asks }) => {
    const path = casePath(folder);
    const damaged = await journalOf(casePath(before));
    const opened = await openCase(path, recovering);
    if (!opened.ok) return [`Nothing can be recovered: ${opened.error.message}`];
    const { view, repairs } = opened.value;
    const problems = await missingBytes(path, [damaged]);
    if (!repairs.some(({ missing }) => missing.changes.some(({ from }) => from === lostLine + 1)))
      problems.push('No report says what is missing.');
    const wars = [...view.all('tag')].filter(({ name }) => name === 'War');
    const isKept = asks.some(
      ({ command, answer }) => command === 'tag/create' && answer?.kind === 'acknowledged',
    );
    if (isKept && wars.length !== 1) problems.push('What was done after the recovery is lost.');
    const old = [...view.records()].filter(({ id }) => !wars.some((war) => war.id === id));
    const intact = linesIn(damaged).filter((_, index) => index !== lostLine);
    if (digestOf(old) !== digestOf(replay(intact)))
      problems.push('Not everything that is intact was recovered.');
    return [...problems, ...(await goOn(opened.value))];
  },
};
