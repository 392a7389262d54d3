import type { Scenario } from '../scenario.ts';
import { aCase, documentsOf, highlightOf, judgeWhole, openWatched } from './a-case.ts';

/** The closing of a case in which two documents were changed and one was removed: checkpoints, then the lock. */
export const close: Scenario = {
  name: 'close',
  prepare: async (folder) => (await aCase(folder, 3)).close(),
  run: async (folder, witness) => {
    const store = await openWatched(folder, witness);
    const [first, second, third] = documentsOf(store);
    await witness.run('highlight/create', highlightOf(first));
    await witness.run('highlight/create', highlightOf(second));
    await witness.run('document/remove', { documents: [third] });
    witness.arm();
    await store.close();
  },
  judge: judgeWhole,
};
