/** Damages a small case at every byte of every file and looks at what opening it, for reading and for writing, makes of that. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../../../src/contract/errors.ts';
import { type CaseStore, openCase } from '../../../src/main/store/case-store.ts';
import { told } from '../judge-case.ts';
import { digestOf } from '../testimony.ts';
import { type Specimen, makeSpecimen, openForReading } from './specimen.ts';
import { type Damage, type Outcome, tolerated } from './tolerated.ts';

/** Damage of which something came that must not come of it. */
export interface Mishap {
  readonly damage: Damage;
  readonly mode: 'reading' | 'writing';
  readonly outcome: Outcome;
  readonly told: string;
}

/** What came of all damage to one kind of file. */
export interface CorruptionOutcome {
  readonly cases: number;
  /** How often each outcome came of each file. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<Outcome, number>>;
  readonly mishaps: readonly Mishap[];
}

interface Finding {
  readonly outcome: Outcome;
  readonly told: string;
}

/** Damages every `step`th byte, from the first on; 1 is all of them. */
export async function runCorruption(step = 1): Promise<CorruptionOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-corruption-'));
  try {
    const prepared = join(folder, 'prepared');
    await mkdir(prepared);
    const specimen = await makeSpecimen(prepared);
    const counts = new Map<string, Map<Outcome, number>>();
    const mishaps: Mishap[] = [];
    const damages = everyDamage(specimen).filter((_, index) => index % step === 0);
    for (const damage of damages) {
      for (const mode of ['reading', 'writing'] as const) {
        const { outcome, told } = await inflict(damage, mode, specimen, join(folder, 'copy'));
        const file = damage.file.replace(/[^/]*$/, (name) => (name.length > 20 ? '…' : name));
        const ofFile = counts.get(file) ?? new Map<Outcome, number>();
        counts.set(file, ofFile.set(outcome, (ofFile.get(outcome) ?? 0) + 1));
        if (!isTolerated(outcome, damage, specimen)) mishaps.push({ damage, mode, outcome, told });
      }
    }
    return { cases: damages.length * 2, counts, mishaps };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function everyDamage({ files }: Specimen): Damage[] {
  return files.flatMap(({ name, size }) =>
    Array.from({ length: size }, (_, offset): Damage[] => [
      { kind: 'flip', file: name, offset },
      { kind: 'cut', file: name, offset },
    ]).flat(),
  );
}

function isTolerated(outcome: Outcome, damage: Damage, specimen: Specimen): boolean {
  if (outcome === 'recovered') return true;
  return tolerated.some((known) => known.outcome === outcome && known.of(damage, specimen));
}

async function inflict(
  damage: Damage,
  mode: 'reading' | 'writing',
  specimen: Specimen,
  copy: string,
): Promise<Finding> {
  await cp(specimen.path, copy, { recursive: true });
  try {
    const path = join(copy, damage.file);
    await writeFile(path, damaged(await readFile(path), damage));
    return await (mode === 'reading'
      ? read(copy, damage, specimen)
      : write(copy, damage, specimen));
  } finally {
    await rm(copy, { recursive: true });
  }
}

function damaged(bytes: Buffer, { kind, offset }: Damage): Buffer {
  if (kind === 'cut') return bytes.subarray(0, offset);
  // Another bit at each place, so that digits become other digits as well as other signs.
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (offset % 8));
  return bytes;
}

async function read(copy: string, damage: Damage, specimen: Specimen): Promise<Finding> {
  const opened = await openCase(copy, { readOnly: true, analyst: 'Ada', recover: true });
  if (!opened.ok) return refusal(opened.error, damage);
  const finding = await look(opened.value, damage, specimen);
  await opened.value.close();
  return finding;
}

// Also makes a change, which the next session must find beside everything else.
async function write(copy: string, damage: Damage, specimen: Specimen): Promise<Finding> {
  const opened = await openCase(copy, { readOnly: false, analyst: 'Ada', recover: true });
  if (!opened.ok) return refusal(opened.error, damage);
  const store = opened.value;
  const finding = await look(store, damage, specimen);
  const done = await store.run('tag/create', { name: 'Afterwards' });
  const records = digestOf(store.view.records());
  await store.close();
  const again = await openForReading(copy);
  if (!done.ok || !again.ok || digestOf(again.value.view.records()) !== records)
    return { outcome: 'wrong', told: 'The next session does not go on with it.' };
  return finding;
}

function refusal(error: AppError, { file }: Damage): Finding {
  const { message } = error;
  if (error.code === 'store/locked') return { outcome: 'in use', told: message };
  const named = error.code === 'store/damaged' && error.facts.place.includes(file);
  return { outcome: named ? 'refused' : 'wrong', told: message };
}

async function look(store: CaseStore, { file }: Damage, specimen: Specimen): Promise<Finding> {
  const records = digestOf(store.view.records());
  const state = specimen.states.indexOf(records);
  const gap = specimen.gaps.indexOf(records);
  const verified = await store.verify();
  const findings = verified.ok ? verified.value.findings : [];
  const words = [...told(store), ...findings.map(({ place }) => place)].join('; ');
  // A lock holds nothing, so there is nothing to tell.
  const isTold = file === 'lock' || words.includes(file);
  if (!verified.ok) return { outcome: 'wrong', told: words };
  if (!isTold) return { outcome: state === -1 ? 'wrong' : 'silent', told: words };
  if (state === specimen.states.length - 1) return { outcome: 'recovered', told: words };
  if (gap !== -1 && words.includes(`What change ${gap + 1} did may be lost.`))
    return { outcome: 'gap', told: words };
  return { outcome: state === -1 ? 'wrong' : 'shortened', told: words };
}
