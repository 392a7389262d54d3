/**
 * Importing a folder of 1,000 news articles (plain text, Markdown and web pages in turn) into a real case, as the app
 * does it: worker, texts, originals, one change. Its peer only parses: Readability on linkedom, in this process, for the web
 * pages alone. Prints seconds and milliseconds a file; asserts nothing.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { importDocuments } from '../src/main/services/import-documents.ts';
import { folderInputs } from '../src/main/services/import-inputs.ts';
import { listFolder } from '../src/main/formats/documents/import-file.ts';
import { createImportPool } from '../src/main/formats/documents/import-worker-pool.ts';
import { createCase } from '../src/main/store/case-store.ts';
import { type Article, makeArticles } from './shared/news.ts';
import { milliseconds, printTable, ratio } from './shared/table.ts';

const count = 1_000;
const rounds = 3;
const workerPath = new URL('../src/main/formats/documents/worker.ts', import.meta.url);

/** Imports and parses in turn, three times. */
export async function run(): Promise<void> {
  const articles = makeArticles(count);
  const pages = articles.filter(({ name }) => name.endsWith('.html'));
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-import-'));
  try {
    await writeArticles(join(folder, 'articles'), articles);
    const rows: string[][] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const whole = await importAll(folder, `${round}.assay`);
      const parsed = parseAll(pages);
      rows.push([
        `round ${round}`,
        (whole / 1000).toFixed(2),
        milliseconds(whole / count),
        milliseconds(parsed / pages.length),
        ratio(whole / count, parsed / pages.length),
      ]);
    }
    printTable(
      [`${count} articles`, 'import, s', 'ms a file', 'Readability + linkedom, ms a page', 'ratio'],
      rows,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeArticles(folder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folder);
  for (const { name, content } of articles) await writeFile(join(folder, name), content);
}

async function importAll(folder: string, name: string): Promise<number> {
  const created = await createCase(join(folder, name), { name, analyst: 'Bench' });
  if (!created.ok) throw new Error(created.error.message);
  const store = created.value;
  const pool = createImportPool({ workerPath });
  const started = performance.now();
  const listed = await listFolder(join(folder, 'articles'));
  if (!listed.ok) throw new Error(listed.error.message);
  const report = await importDocuments({
    ...{ job: 'bench', store, pool, inputs: folderInputs(listed.value) },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const taken = performance.now() - started;
  await pool.close();
  await store.close();
  const imported = store.view.count('document');
  if (!report.ok || imported !== count) throw new Error(`Only ${imported} were imported`);
  return taken;
}

function parseAll(pages: readonly Article[]): number {
  const started = performance.now();
  for (const { name, content } of pages) {
    const { document } = parseHTML(content);
    const article = new Readability(document).parse();
    if (article === null) throw new Error(`${name} has no article`);
  }
  return performance.now() - started;
}
