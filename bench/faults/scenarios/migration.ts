import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { currentFormat } from '../../../src/main/migrations/registry.ts';
import type { Scenario } from '../scenario.ts';
import { casePath, judgeWhole, openAndChange } from './a-case.ts';

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
    const store = await openAndChange(folder, witness);
    await store?.close();
  },
  judge: async (folder, before, testimony) => [
    ...(await judgeWhole(folder, before, testimony)),
    ...(await alteredIn(casePath(folder), casePath(before))),
  ],
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
