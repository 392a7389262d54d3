import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openCase } from '../../../src/main/store/case-store.ts';
import { currentFormat } from '../../../src/main/migrations/registry.ts';
import { journalOf, judgeCase, requests } from '../judge-case.ts';
import type { Scenario } from '../scenario.ts';
import { casePath } from './a-case.ts';

// The oldest there is: it goes through every step.
const frozen = join(import.meta.dirname, '../../../src/main/migrations/frozen/format-1.assay');

/** A case of the oldest format is opened for writing, which keeps it as it was, changed, and closed in the format of today. */
export const migration: Scenario = {
  name: 'migration',
  prepare: async (folder) => {
    await cp(frozen, casePath(folder), { recursive: true });
  },
  run: async (folder, witness) => {
    witness.arm();
    // A second attempt, as an analyst would make it.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const opened = await witness.ask(requests.open, () =>
        openCase(casePath(folder), { readOnly: false, analyst: 'Ada' }),
      );
      if (!opened.ok) continue;
      witness.watch(opened.value);
      await witness.run('tag/create', { name: 'War' });
      await opened.value.close();
      return;
    }
  },
  judge: async (folder, before, testimony) => {
    const journal = await journalOf(casePath(before));
    const expected = { journal, kept: [] };
    return [
      ...(await judgeCase(casePath(folder), expected, testimony)),
      ...(await alteredIn(casePath(folder), casePath(before))),
    ];
  },
};

// What of the older case is not kept as it was in the case, which was written to by now.
async function alteredIn(path: string, before: string): Promise<string[]> {
  const kept = join(path, `before-format-${currentFormat}.assay`);
  const entries = await readdir(before, { recursive: true, withFileTypes: true });
  const problems: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(before.length + 1);
    const copy = await readFile(join(kept, name)).catch(() => null);
    if (copy === null || !copy.equals(await readFile(file)))
      problems.push(`${name} is not kept as the older program left it.`);
  }
  return problems;
}
