import type { Scenario } from '../scenario.ts';
import { requests } from '../judge-case.ts';
import { aCase, filesOf, importInput, judgeWhole, openWatched } from './a-case.ts';

const names = ['First report', 'Second report'];

/** Two documents come in, first their files and then their records; what is refused is tried once more. */
export const imports: Scenario = {
  name: 'import',
  prepare: async (folder) => (await aCase(folder)).close(),
  run: async (folder, witness) => {
    const store = await openWatched(folder, witness);
    witness.arm();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const stored = await witness.ask(requests.files, () => store.putImports(filesOf(names)));
      if (!stored.ok) continue;
      if (await witness.run('document/import', importInput(names, stored.value))) break;
      store.discardImports(stored.value);
    }
  },
  judge: judgeWhole,
};
