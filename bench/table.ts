/**
 * Tables: the claims screen against TanStack Table as it comes, on the same rows, columns and virtual lines in the same
 * run. Prints medians in milliseconds until the page has painted, and ratios; asserts nothing.
 */
import process from 'node:process';
import type { Browser, Page } from 'playwright';
import { withBenchPage } from './shared/bench-page.ts';
import { median, milliseconds, printTable, ratio } from './shared/table.ts';
import type { TableBench } from './table/page.tsx';

type Table = Parameters<TableBench['open']>[0];

const tables: readonly Table[] = ['plain', 'assay'];
const sizes = [
  { claims: 10_000, repetitions: 5 },
  { claims: 100_000, repetitions: 3 },
];
const frames = 120;
// An analyst looks at a table before sorting it; milliseconds.
const beforeSorting = 1_000;
// A brisk turn of the wheel; and the thumb of the scroll bar pulled, which replaces every line in sight.
const wheel = 120;
const thumb = 4_000;

if (import.meta.main) await run();

/** Measures and prints. */
export async function run(): Promise<void> {
  await withBenchPage('table', async (browser, url) => {
    for (const { claims, repetitions } of sizes) {
      process.stdout.write(`${claims.toLocaleString('en')} claims\n`);
      print(await measureAll(browser, url, claims, repetitions));
      process.stdout.write('\n');
    }
  });
}

/** What was measured, by its name, and how often, by table. */
type Results = Map<string, Record<Table, number[]>>;

async function measureAll(
  browser: Browser,
  url: string,
  claims: number,
  repetitions: number,
): Promise<Results> {
  const results: Results = new Map();
  // In turns, so that a slow spell of the machine meets both.
  for (let count = 0; count < repetitions; count += 1) {
    for (const table of tables) {
      for (const [name, value] of await measure(browser, url, claims, table)) {
        const noted = results.get(name) ?? { plain: [], assay: [] };
        noted[table].push(value);
        results.set(name, noted);
      }
    }
  }
  return results;
}

// A new page each time: what a table has learnt of its rows must not help the next one. But its code has run before, as
// in the app, where other tables were on show already.
async function measure(
  browser: Browser,
  url: string,
  claims: number,
  table: Table,
): Promise<[name: string, time: number][]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url);
    await page.evaluate((name) => window.tableBench.warmUp(name), table);
    await page.evaluate((count) => {
      window.tableBench.load(count);
    }, claims);
    const opened = await page.evaluate((name) => window.tableBench.open(name), table);
    await page.waitForTimeout(beforeSorting);
    return [
      ['open', opened],
      // The first sort by a column learns its order; the ones after it only use it.
      ['sort by text, first', await sort(page, 'statement')],
      ['sort by text, again', await sort(page, 'statement')],
      ['sort by date, first', await sort(page, 'eventTime')],
      ['sort by date, again', await sort(page, 'eventTime')],
      ['search, first', await search(page, 'ministry')],
      ['search, again', await search(page, 'witnesses')],
      ['search cleared', await search(page, '')],
      ['slowest frame, wheel', await slowestFrame(page, wheel)],
      ['slowest frame, thumb', await slowestFrame(page, thumb)],
    ];
  } finally {
    await page.close();
  }
}

function sort(page: Page, column: Parameters<TableBench['sort']>[0]): Promise<number> {
  return page.evaluate((name) => window.tableBench.sort(name), column);
}

function search(page: Page, query: string): Promise<number> {
  return page.evaluate((words) => window.tableBench.search(words), query);
}

async function slowestFrame(page: Page, pixels: number): Promise<number> {
  const times = await page.evaluate(([count, step]) => window.tableBench.scroll(count, step), [
    frames,
    pixels,
  ] as const);
  return Math.max(...times);
}

function print(results: Results): void {
  const rows = [...results].map(([name, times]) => {
    const plain = median(times.plain);
    const assay = median(times.assay);
    return [name, milliseconds(plain), milliseconds(assay), ratio(plain, assay)];
  });
  printTable(['', 'TanStack Table', 'Assay', 'TanStack ÷ Assay'], rows);
}
