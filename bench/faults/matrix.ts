import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type FaultPlan, cutOf, plansFor } from './operations.ts';
import type { Scenario } from './scenario.ts';
import { type Testimony, readTestimony } from './testimony.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));
const compiled = fileURLToPath(new URL('../../node_modules/.cache/faults', import.meta.url));

// A program that takes longer hangs: each has a few dozen small files to write.
const patience = 60_000;

/** A fault after which something was not as it must be. */
export interface Failure {
  readonly plan: FaultPlan;
  /** The operation it struck. */
  readonly struck: string;
  readonly problems: readonly string[];
}

/** What came of a scenario under its faults. */
export interface MatrixOutcome {
  readonly scenario: string;
  /** Operations of one run without a fault. */
  readonly operations: number;
  readonly cases: number;
  /** Cases whose fault found no operation, because writers shared a sync that another time they did not. */
  readonly missed: number;
  readonly failures: readonly Failure[];
}

/** Chooses among the faults of a scenario; all unless told otherwise. */
export type Choice = (plans: readonly FaultPlan[]) => readonly FaultPlan[];

/** Runs a scenario once without a fault and then once for each fault chosen. */
export async function runMatrix(
  scenario: Scenario,
  choose: Choice = (plans) => plans,
): Promise<MatrixOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-faults-'));
  try {
    const prepared = join(folder, 'prepared');
    await mkdir(prepared);
    await scenario.prepare(prepared);
    const dry = await runCase(scenario, folder, prepared, null);
    if (dry.testimony.end === null || dry.problems.length > 0)
      throw new Error(`${scenario.name} goes wrong without a fault: ${dry.problems.join(' ')}`);
    const { operations } = dry.testimony.end;
    const plans = choose(plansFor(operations));
    const failures: Failure[] = [];
    let missed = 0;
    await eachAtOnce(plans, async (plan) => {
      const { testimony, problems } = await runCase(scenario, folder, prepared, plan);
      if (testimony.fault === null && plan.fault !== 'sync-error-cut') missed += 1;
      if (problems.length > 0)
        failures.push({ plan, struck: testimony.fault ?? 'nothing', problems });
    });
    const cases = plans.length;
    return { scenario: scenario.name, operations: operations.length, cases, missed, failures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Works on items, as many at once as there are processors; each item is taken in order. */
async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const workers = Array.from({ length: availableParallelism() }, async () => {
    for (const item of waiting) await work(item);
  });
  await Promise.all(workers);
}

async function runCase(
  scenario: Scenario,
  folder: string,
  prepared: string,
  plan: FaultPlan | null,
): Promise<{ testimony: Testimony; problems: string[] }> {
  const place = await mkdtemp(join(folder, 'case-'));
  try {
    const work = join(place, 'work');
    await mkdir(join(place, 'attic'));
    await cp(prepared, work, { recursive: true });
    const child = await runChild(scenario.name, place, plan);
    const testimony = readTestimony(child.output);
    const ended = testimony.end !== null || (plan !== null && mayDie(plan, testimony));
    const problems = ended ? [] : [`The program broke: ${child.errors || 'it hung'}`];
    problems.push(...(await scenario.judge(work, prepared, testimony)));
    return { testimony, problems };
  } finally {
    await rm(place, { recursive: true });
  }
}

function mayDie({ fault }: FaultPlan, testimony: Testimony): boolean {
  const kills = fault === 'kill' || fault === 'kill-half' || cutOf(fault) !== null;
  return kills && testimony.fault !== null;
}

async function runChild(
  name: string,
  place: string,
  plan: FaultPlan | null,
): Promise<{ output: string; errors: string }> {
  const child = spawn(process.execPath, [script, name, place, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  const closed = once(child, 'close');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await closed;
  return { output, errors };
}
