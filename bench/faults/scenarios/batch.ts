import type { Scenario } from '../scenario.ts';
import { aCase, judgeWhole, openWatched } from './a-case.ts';

/** Changes asked for at once, which share a sync, and one after them. */
export const batch: Scenario = {
  name: 'batch',
  prepare: async (folder) => (await aCase(folder)).close(),
  run: async (folder, witness) => {
    await openWatched(folder, witness);
    witness.arm();
    const names = Array.from({ length: 6 }, (_, index) => `Tag ${index}`);
    await Promise.all(names.map((name) => witness.run('tag/create', { name })));
    await witness.run('source/create', { name: 'Reuters', kind: 'outlet' });
  },
  judge: judgeWhole,
};
