import { mock } from 'node:test';
import type { Scenario } from '../scenario.ts';
import { aCase, documentsOf, highlightOf, judgeWhole, openWatched } from './a-case.ts';

// Longer than an analyst has to pause for the store to write checkpoints.
const aPause = 60_000;

/** A checkpoint in a pause of the work, changes after it, and another checkpoint. */
export const checkpoint: Scenario = {
  name: 'checkpoint',
  prepare: async (folder) => (await aCase(folder, 2)).close(),
  run: async (folder, witness) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const store = await openWatched(folder, witness);
    const [first, second] = documentsOf(store);
    await witness.run('highlight/create', highlightOf(first));
    witness.arm();
    for (const document of [first, second]) {
      mock.timers.tick(aPause);
      // It waits until the checkpoint is written.
      await store.verify();
      await witness.run('highlight/create', highlightOf(document));
    }
  },
  judge: judgeWhole,
};
