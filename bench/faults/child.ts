/** Runs one scenario under one fault: `child.ts SCENARIO FOLDER PLAN`, where the plan is JSON, `null` for no fault. */
import { join } from 'node:path';
import process from 'node:process';
import { Fates } from './fates.ts';
import { FaultyFiles } from './faulty-files.ts';
import type { FaultPlan } from './operations.ts';
import { scenarios } from './scenarios/registry.ts';
import { UnsyncedEffects } from './unsynced.ts';
import { Witness, say } from './witness.ts';

const [name, folder = '', plan = 'null'] = process.argv.slice(2);
const scenario = scenarios.find((known) => known.name === name);
if (scenario === undefined) throw new Error(`There is no scenario ${name ?? ''}`);
// The matrix passes nothing else.
const fault = JSON.parse(plan) as FaultPlan | null;
const unsynced = new UnsyncedEffects(join(folder, 'attic'));
const fates = new Fates(fault, unsynced, (operation) => {
  say({ kind: 'fault', operation });
});
await new FaultyFiles(fates, unsynced).install();
const witness = new Witness(fates);
await scenario.run(join(folder, 'work'), witness);
witness.end();
// What was not closed stays as it is, as when a program dies.
process.exit(0);
