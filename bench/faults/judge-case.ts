import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Diff, type Diff as CaseDiff } from '../../src/domain/core/diff.ts';
import type { AnyRecord } from '../../src/domain/records/registry.ts';
import type { WholeCase } from '../../src/main/migrations/migration.ts';
import { currentFormat, upgradeDiff } from '../../src/main/migrations/registry.ts';
import { recoverySentences } from '../../src/contract/recovery-words.ts';
import { type CaseStore, openCase } from '../../src/main/store/case-store.ts';
import { type Ask, type Testimony, canonical, digestOf } from './testimony.ts';

// A line that says no format is of the first.
const WrittenLine = z.looseObject({
  format: z.int().default(1),
  diff: z.looseObject({ created: z.array(z.looseObject({ id: z.string() })) }),
});
type WrittenLine = z.infer<typeof WrittenLine>;
const Line = z.object({ seq: z.int(), command: z.string(), diff: Diff });
type Line = z.infer<typeof Line>;

/** The names under which scenarios ask for what makes no line of the journal. */
export const requests = { files: 'store files', open: 'open the case' } as const;

/** What is expected of a case besides what its writer said. */
export interface CaseExpectations {
  /** Bytes of the journal that were acknowledged before. */
  readonly journal: Buffer;
  /** Bytes that were found damaged and must still be somewhere in the folder. */
  readonly kept: readonly Buffer[];
}

/**
 * Opens the case that a writer left and tells what is wrong with it: everything acknowledged is there in order and unaltered,
 * what was not is whole or absent, nothing refused is there, memory was what the disk has, verification finds nothing, and
 * the case goes on. The journal is read here without the store's own code.
 */
export async function judgeCase(
  path: string,
  { journal, kept }: CaseExpectations,
  testimony: Testimony,
): Promise<string[]> {
  const opened = await openCase(path, { readOnly: false, analyst: 'Ada' });
  if (!opened.ok) return [`It does not open: ${opened.error.message}`];
  const store = opened.value;
  const problems: string[] = [];
  const bytes = await journalOf(path);
  if (!bytes.subarray(0, journal.length).equals(journal))
    problems.push('What was in the journal before is altered.');
  const before = linesIn(journal).length;
  const lines = linesIn(bytes);
  problems.push(...compareAnswers(testimony.asks, lines.slice(before)));
  const found = digestOf(store.view.records());
  if (found !== digestOf(replay(lines)))
    problems.push('The records are not what the journal says.');
  const { end } = testimony;
  if (end !== null && end.records !== null && end.records !== found)
    problems.push('Memory was not what the disk had.');
  problems.push(...(await missingBytes(path, kept)));
  // No moment of death may spoil a checkpoint that was whole.
  if (kept.length === 0)
    problems.push(...told(store).filter((sentence) => sentence.includes('rebuilt')));
  problems.push(...(await goOn(store)));
  return problems;
}

/** The bytes of a case's journal; none where there is no case. */
export async function journalOf(path: string): Promise<Buffer> {
  const folder = join(path, 'journal');
  const names = await readdir(folder).catch(() => []);
  const segments = names.filter((name) => /^\d{6}\.jsonl$/.test(name)).sort();
  return Buffer.concat(await Promise.all(segments.map((name) => readFile(join(folder, name)))));
}

/** The changes that a journal's bytes say, in records of today's format. */
export function linesIn(journal: Buffer): Line[] {
  const texts = journal.toString('utf8').split('\n').slice(0, -1);
  const lines = texts.map((text) => WrittenLine.parse(JSON.parse(text)));
  const whole = wholeCaseOf(lines.filter(({ format }) => format < currentFormat));
  return lines.map(({ format, diff, ...written }) =>
    Line.parse({ ...written, diff: upgradeDiff(diff, format, whole) }),
  );
}

// What the steps between formats ask of a case as a whole, found without the store's own code.
function wholeCaseOf(oldLines: readonly WrittenLine[]): WholeCase {
  const ids = [...new Set(oldLines.flatMap(({ diff }) => diff.created.map(({ id }) => id)))];
  const ofType = (type: string): string[] => ids.filter((id) => id.startsWith(`${type}-`));
  return {
    ordinalOf: (id) => ofType(id.slice(0, id.indexOf('-'))).indexOf(id) + 1,
    countOf: (type) => ofType(type).length,
  };
}

// The lines must be those asked for, in order, without those refused, and at least as far as they were acknowledged.
function compareAnswers(asks: readonly Ask[], lines: readonly Line[]): string[] {
  const problems: string[] = [];
  const expected = asks.filter(({ command, answer }) =>
    answer === null
      ? !Object.values<string>(requests).includes(command)
      : answer.kind === 'acknowledged' && answer.seq !== null,
  );
  for (const [index, { command, answer }] of expected.entries()) {
    const line = lines[index];
    if (answer?.kind === 'acknowledged') {
      if (line === undefined) problems.push(`Change ${answer.seq ?? 0} is lost.`);
      else if (line.seq !== answer.seq || canonical(line.diff) !== canonical(answer.diff))
        problems.push(`Change ${answer.seq ?? 0} is not what was acknowledged.`);
    } else if (line !== undefined && line.command !== command)
      problems.push(`Change ${line.seq} was not asked for.`);
  }
  for (const line of lines.slice(expected.length))
    problems.push(`Change ${line.seq} was not asked for, or refused.`);
  return problems;
}

/** The records that changes lead to. */
export function replay(lines: readonly { readonly diff: CaseDiff }[]): AnyRecord[] {
  const records = new Map<string, AnyRecord>();
  for (const { diff } of lines) {
    for (const record of diff.removed) records.delete(record.id);
    for (const record of diff.created) records.set(record.id, record);
    for (const [, after] of diff.updated) records.set(after.id, after);
  }
  return [...records.values()];
}

/** Looks for bytes anywhere in a case's folder; answers which are nowhere. */
export async function missingBytes(path: string, kept: readonly Buffer[]): Promise<string[]> {
  if (kept.length === 0) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name))),
  );
  return kept
    .filter((bytes) => !contents.some((content) => content.includes(bytes)))
    .map((bytes) => `${bytes.length} damaged bytes were not kept.`);
}

/** What a case says on opening of what was wrong with its folder. */
export function told({ report }: CaseStore): string[] {
  return report === null ? [] : recoverySentences(report);
}

/** The next session: verifies, makes a change, and leaves a case that a third one finds in order; answers what does not. */
export async function goOn(store: CaseStore): Promise<string[]> {
  const problems: string[] = [];
  const verified = await store.verify();
  if (!verified.ok) problems.push(`It cannot be verified: ${verified.error.message}`);
  else
    for (const { place, problem } of verified.value.findings) {
      // What was set aside on opening is rebuilt with the next checkpoint, and was told.
      if (!told(store).some((sentence) => sentence.includes(place)))
        problems.push(`Verification finds in ${place}: ${problem}`);
    }
  const done = await store.run('tag/create', { name: 'The next session' });
  if (!done.ok) problems.push(`It takes no change: ${done.error.message}`);
  const records = digestOf(store.view.records());
  await store.close();
  const again = await openCase(store.path, { readOnly: true, analyst: 'Ada' });
  if (!again.ok) return [...problems, `It does not open again: ${again.error.message}`];
  if (digestOf(again.value.view.records()) !== records)
    problems.push('The next session’s change is not there.');
  const sound = await again.value.verify();
  if (!sound.ok || sound.value.findings.length > 0)
    problems.push('The next session did not leave it in order.');
  for (const sentence of told(again.value)) problems.push(`It is still said: ${sentence}`);
  const left = (await readdir(store.path, { recursive: true })).filter(
    (name) => name.endsWith('.unfinished') || name === 'lock',
  );
  for (const name of left) problems.push(`${name} was left behind.`);
  return problems;
}
