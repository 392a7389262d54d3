import { readdir } from 'node:fs/promises';
import { createCase } from '../../../src/main/store/case-store.ts';
import { judgeCase } from '../judge-case.ts';
import type { Scenario } from '../scenario.ts';
import { casePath } from './a-case.ts';

const made = 'case/create';

/** A case is made where nothing is, and changed once. */
export const create: Scenario = {
  name: 'create',
  prepare: () => Promise.resolve(),
  run: async (folder, witness) => {
    witness.arm();
    const created = await witness.ask(
      made,
      () => createCase(casePath(folder), { name: 'A case', analyst: 'Ada' }),
      () => null,
    );
    if (!created.ok) return;
    witness.watch(created.value);
    await witness.run('tag/create', { name: 'War' });
  },
  judge: async (folder, _before, testimony) => {
    const problems: string[] = [];
    const path = casePath(folder);
    const [first, ...asks] = testimony.asks;
    const left = await readdir(folder);
    const isThere = left.includes('A case.assay');
    if (!isThere && first?.answer?.kind === 'acknowledged') return ['The new case is lost.'];
    if (testimony.end !== null && first?.answer?.kind === 'refused')
      for (const name of left) problems.push(`${name} stayed though the case was refused.`);
    if (!isThere) {
      const again = await createCase(path, { name: 'A case', analyst: 'Ada' });
      if (!again.ok) return [...problems, `It cannot be made again: ${again.error.message}`];
      await again.value.close();
    }
    // Whatever was asked after it, the case begins with its own line.
    const answer = { command: made, answer: null };
    const whole = { ...testimony, asks: [answer, ...asks] };
    const nothing = { journal: Buffer.alloc(0), kept: [] };
    return [...problems, ...(await judgeCase(path, nothing, whole))];
  },
};
