import type { Scenario } from '../scenario.ts';
import { aCase, documentsOf, highlightOf, judgeWhole, openWatched } from './a-case.ts';

/** Changes one after another, an undo and a redo among them. */
export const saves: Scenario = {
  name: 'saves',
  prepare: async (folder) => (await aCase(folder)).close(),
  run: async (folder, witness) => {
    const store = await openWatched(folder, witness);
    witness.arm();
    await witness.run('highlight/create', highlightOf(documentsOf(store)[0]));
    await witness.run('source/create', { name: 'Reuters', kind: 'outlet' });
    await witness.step('undo');
    await witness.step('redo');
    await witness.run('tag/create', { name: 'War' });
  },
  judge: judgeWhole,
};
