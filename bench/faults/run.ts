/**
 * `npm run test:faults [PART…]`: runs every fault there is, or the parts named (`matrix`, `power-cuts`, `corruption`), and prints
 * what came of them. Fails where the store fails, and also where a peer that must fail does not, because then nothing was tested.
 */
import process from 'node:process';
import { printTable } from '../shared/table.ts';
import { runCorruption } from './corruption/corruption.ts';
import { outcomes } from './corruption/tolerated.ts';
import { type MatrixOutcome, runMatrix } from './matrix.ts';
import { type FaultKind, cutOf } from './operations.ts';
import { runPowerCuts, whyNoPowerCuts } from './power-cut/power-cut.ts';
import { caseScenarios, peerScenarios } from './scenarios/registry.ts';
import { subjects } from './subjects/registry.ts';

const parts = { matrix, 'power-cuts': powerCuts, corruption };

// Enough to meet the writers in all that they do.
const trials = 25;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(', ')}: use ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}
let sound = true;
for (const [name, part] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  process.stdout.write(`\n${name}\n\n`);
  if (!(await part())) sound = false;
}
process.stdout.write(sound ? '\nAll as it must be.\n' : '\nSomething is not as it must be.\n');
process.exitCode = sound ? 0 : 1;

async function matrix(): Promise<boolean> {
  const own: MatrixOutcome[] = [];
  for (const scenario of caseScenarios) own.push(await runMatrix(scenario));
  const peers: MatrixOutcome[] = [];
  for (const scenario of peerScenarios) peers.push(await runMatrix(scenario));
  printTable(
    ['scenario', 'operations', 'faults', 'missed', 'wrong'],
    own.map(({ scenario, operations, cases, missed, failures }) =>
      [scenario, operations, cases, missed, failures.length].map(String),
    ),
  );
  process.stdout.write('\n');
  printTable(
    ['the same saves', 'faults', 'wrong', 'killed', 'refused', 'power cut'],
    peers.map((peer) => [
      ...[peer.scenario, String(peer.cases), String(peer.failures.length)],
      ...[killed, refused, cut].map((of) =>
        String(peer.failures.filter(({ plan }) => of(plan.fault)).length),
      ),
    ]),
  );
  const [store, ...others] = peers;
  for (const outcome of [...own, ...(store === undefined ? [] : [store])]) tell(outcome);
  return (
    own.every(({ failures }) => failures.length === 0) &&
    store?.failures.length === 0 &&
    others.every(({ failures }) => failures.length > 0)
  );
}

function tell({ scenario, failures }: MatrixOutcome): void {
  for (const { plan, struck, problems } of failures)
    process.stdout.write(
      `${scenario}, ${plan.fault} ${plan.at} (${struck}): ${problems.join(' ')}\n`,
    );
}

function killed(fault: FaultKind): boolean {
  return fault === 'kill' || fault === 'kill-half';
}

function cut(fault: FaultKind): boolean {
  return cutOf(fault) !== null || fault === 'sync-error-cut';
}

function refused(fault: FaultKind): boolean {
  return !killed(fault) && !cut(fault);
}

async function powerCuts(): Promise<boolean> {
  const reason = await whyNoPowerCuts();
  if (reason !== null) {
    process.stdout.write(`Skipped: ${reason}.\n`);
    return true;
  }
  const all = await runPowerCuts(trials);
  const rows = subjects.map(({ name }) => {
    const own = all.filter(({ subject }) => subject === name);
    const saves = own.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
    const wrong = own.filter(({ problems }) => problems.length > 0).length;
    return { name, cuts: own.length, saves, wrong };
  });
  printTable(
    ['subject', 'power cuts', 'acknowledged', 'wrong'],
    rows.map(({ name, cuts, saves, wrong }) => [name, String(cuts), String(saves), String(wrong)]),
  );
  const [store, ...others] = rows;
  return store?.wrong === 0 && others.every(({ wrong }) => wrong > 0);
}

async function corruption(): Promise<boolean> {
  const { counts, mishaps } = await runCorruption();
  printTable(
    ['file', ...outcomes],
    [...counts].map(([file, ofFile]) => [
      file,
      ...outcomes.map((outcome) => String(ofFile.get(outcome) ?? 0)),
    ]),
  );
  for (const { damage, mode, outcome, told } of mishaps)
    process.stdout.write(
      `${damage.file}, ${damage.kind} at ${damage.offset}, ${mode}: ${outcome} (${told})\n`,
    );
  return mishaps.length === 0;
}
