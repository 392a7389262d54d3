import { createHash } from 'node:crypto';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownText } from '../../../domain/testing/a-case.ts';
import { hardTexts, randomCommand } from '../../../domain/testing/random-commands.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { type WalkStep, chooser, fixedSteps } from '../../../domain/testing/random-walk.ts';
import { commandNames } from '../../../domain/commands/registry.ts';
import type { CaseStore } from '../case-store.ts';
import {
  importText,
  allRecords,
  run,
  temporaryCase,
  temporaryFolder,
  filesOf,
  layoutOf,
  putFiles,
} from './temporary-case.ts';

/** The journal of a case that has but one file of it. */
export const journalFile = join('journal', '000001.jsonl');

/** A closed case with a document of one page, a highlight, a claim and a source, in four changes after its creation. */
export async function closedCase(): Promise<string> {
  const store = await temporaryCase();
  const text = 'NATO left Baghdad.';
  const document = await importText(store, text, { pages: layoutOf(text) });
  await run(store, 'highlight/create', { document, ranges: [{ start: 5, end: 9 }] });
  await run(store, 'claim/create', { on: { document, ranges: [{ start: 0, end: 4 }] } });
  await run(store, 'source/create', { name: 'Reuters', kind: 'outlet' });
  await store.close();
  return store.path;
}

/** A copy of a case folder as it is now, for what a crash at this moment would leave. */
export async function copyOf(path: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'Copy.assay');
  await cp(path, copy, { recursive: true });
  return copy;
}

/** Changes a file of a case. */
export async function spoil(
  path: string,
  name: string,
  change: (bytes: Buffer) => Uint8Array,
): Promise<void> {
  await writeFile(join(path, name), change(await readFile(join(path, name))));
}

/** Every file of a folder with its content's hash, its time and its name, to see that nothing was touched. */
export async function fingerprint(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const prints = files.map(
    async (file) =>
      `${file} ${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}`,
  );
  return [...(await Promise.all(prints)), ...entries.map(({ name }) => name)].sort();
}

/** Runs random commands, undos and redos on a store; `onChange` is called after each that was accepted. */
export async function walkStore(
  store: Pick<CaseStore, 'run' | 'undo' | 'redo' | 'putImports' | 'view'>,
  steps: readonly WalkStep[],
  onChange: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const texts: KnownText[] = [];
  for (const text of hardTexts) {
    const stored = await putFiles(store, filesOf(text));
    texts.push({ hash: stored.text.hash, text });
  }
  for (const { command, choices } of steps) {
    const kind = command % (commandNames.length + 2);
    const name = commandNames[kind];
    const world = {
      ...{ view: store.view, texts, choose: chooser(choices) },
      textOf: (document: Parameters<CaseStore['readText']>[0]) =>
        texts.find(({ hash }) => hash === store.view.get(document)?.text)?.text ?? '',
    };
    const chosen = name === undefined ? null : randomCommand(name, world);
    const result =
      name === undefined
        ? await (kind === commandNames.length ? store.undo() : store.redo())
        : chosen && (await store.run(chosen.name, chosen.input));
    if (result?.ok === true) await onChange();
  }
}

/** A closed case that had a long and eventful life, with its records at the end and its journal line by line. */
export async function walkedCase(
  steps: number,
): Promise<{ path: string; records: AnyRecord[]; lines: Buffer[] }> {
  const store = await temporaryCase();
  await walkStore(store, fixedSteps(steps));
  const records = allRecords(store);
  await store.close();
  return { path: store.path, records, lines: await linesOf(store.path) };
}

/** The lines of a case's first journal file, without their newlines. */
export async function linesOf(path: string): Promise<Buffer[]> {
  const text = await readFile(join(path, journalFile), 'latin1');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line, 'latin1'));
}

/** Writes lines as a file of a case's journal, the first unless another is named. */
export async function writeLines(
  path: string,
  lines: readonly Uint8Array[],
  file = journalFile,
): Promise<void> {
  const ended = lines.map((line) => Buffer.concat([line, Buffer.from('\n')]));
  await writeFile(join(path, file), Buffer.concat(ended));
}

/** The lines with one bit of one of them changed. */
export function withoutLine(lines: readonly Buffer[], index: number): Buffer[] {
  return lines.map((line, place) => (place === index ? flipped(line) : line));
}

/** Flips a bit of a line of a case's first journal file, counted from 0; done twice, the line is as before. */
export async function spoilLine(path: string, index: number): Promise<void> {
  await writeLines(path, withoutLine(await linesOf(path), index));
}

/** The hash that a line says it has; undefined where there is no line. */
export function hashIn(line: Buffer | undefined): string | undefined {
  return /"hash":"(.*)"\}$/.exec(line?.toString() ?? '')?.[1];
}

/** A line with other words and a hash of its own that fits: only the next line's `prev` gives it away. */
export function resealed(line: Uint8Array, words: RegExp, others: string): Buffer {
  const [body = ''] = Buffer.from(line).toString().replace(words, others).split(',"hash":"', 1);
  const hash = createHash('sha256').update(`${body}}`).digest('hex');
  return Buffer.from(`${body},"hash":"${hash}"}`);
}

/** The bytes with one bit in the middle changed, as a dying disk does it. */
export function flipped(bytes: Uint8Array): Buffer {
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  return changed;
}
