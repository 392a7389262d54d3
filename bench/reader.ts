/**
 * The reader: the app's reading column against Recogito's text annotator and against CodeMirror (`docs/adr/0010`), on
 * the same text in the same run, and against itself on ten times as much. Prints medians in milliseconds and ratios;
 * asserts nothing.
 */
import process from 'node:process';
import type { Browser } from 'playwright';
import type { ContestantName } from './reader/page.ts';
import { withBenchPage } from './shared/bench-page.ts';
import { median } from './shared/table.ts';

interface Run {
  readonly name: string;
  readonly contestant: ContestantName;
  /** Characters of text, and highlights on it. */
  readonly size: number;
  readonly highlights: number;
}

const small = { size: 1_000_000, highlights: 10_000 };
const large = { size: 10_000_000, highlights: 100_000 };
const runs: readonly Run[] = [
  { name: 'Recogito, 1 MB, 10k', contestant: 'recogito', ...small },
  { name: 'CodeMirror, 1 MB, 10k', contestant: 'codemirror', ...small },
  { name: 'Assay, 1 MB, 10k', contestant: 'assay', ...small },
  { name: 'CodeMirror, 10 MB, 100k', contestant: 'codemirror', ...large },
  { name: 'Assay, 10 MB, 100k', contestant: 'assay', ...large },
];
// The processes of the page before, and what making the text left behind, are still being cleared away for about this long.
const restMilliseconds = 2_500;
const repetitions = 5;
const additions = 9;
const frames = 150;
const pixelsPerFrame = 240;

interface Times {
  readonly painted: number;
  readonly added: number;
  readonly frame: number;
  readonly slowestFrame: number;
}

if (import.meta.main) await run();

/** Measures and prints. */
export async function run(): Promise<void> {
  await withBenchPage('reader', async (browser, url) => {
    print(await measureAll(browser, url));
  });
}

async function measureAll(browser: Browser, url: string): Promise<Map<string, Times>> {
  const results = new Map<string, Times[]>(runs.map(({ name }) => [name, []]));
  // In turns, so that a slow spell of the machine meets all of them.
  for (let count = 0; count < repetitions; count += 1) {
    for (const one of runs) results.get(one.name)?.push(await measure(browser, url, one));
  }
  return new Map([...results].map(([name, times]) => [name, middle(times)]));
}

async function measure(browser: Browser, url: string, one: Run): Promise<Times> {
  // A process of its own, whose memory nobody has used before.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate((name) => window.readerBench.warmUp(name), one.contestant);
    await page.evaluate(({ size, highlights }) => {
      window.readerBench.load(size, highlights);
    }, one);
    await page.waitForTimeout(restMilliseconds);
    const painted = await page.evaluate((name) => window.readerBench.open(name), one.contestant);
    const added: number[] = [];
    for (let count = 0; count < additions; count += 1) {
      added.push(await page.evaluate(() => window.readerBench.add()));
    }
    const scrolled = await page.evaluate(
      ([count, pixels]) => window.readerBench.scroll(count, pixels),
      [frames, pixelsPerFrame] as const,
    );
    const slowestFrame = Math.max(...scrolled);
    return { painted, added: median(added), frame: median(scrolled), slowestFrame };
  } finally {
    await context.close();
  }
}

function middle(times: readonly Times[]): Times {
  return {
    painted: median(times.map(({ painted }) => painted)),
    added: median(times.map(({ added }) => added)),
    frame: median(times.map(({ frame }) => frame)),
    slowestFrame: median(times.map(({ slowestFrame }) => slowestFrame)),
  };
}

function print(results: ReadonlyMap<string, Times>): void {
  const [recogito, codemirror, assay, , tenfold] = runs.map(({ name }) => results.get(name));
  if (!recogito || !codemirror || !assay || !tenfold) return;
  say(['', 'painted', 'add one', 'frame', 'slowest frame']);
  for (const [name, { painted, added, frame, slowestFrame }] of results) {
    say([name, ...[painted, added, frame, slowestFrame].map((value) => value.toFixed(1))]);
  }
  say([]);
  say(['Painted, Recogito ÷ Assay', ratio(recogito.painted, assay.painted), 'goal 70']);
  say(['Add one, Recogito ÷ Assay', ratio(recogito.added, assay.added), 'goal 6']);
  say(['Painted, CodeMirror ÷ Assay', ratio(codemirror.painted, assay.painted)]);
  say(['Add one, CodeMirror ÷ Assay', ratio(codemirror.added, assay.added)]);
  say(['Painted, 10 MB ÷ 1 MB', ratio(tenfold.painted, assay.painted), 'goal 1.5']);
  say(['Add one, 10 MB ÷ 1 MB', ratio(tenfold.added, assay.added), 'goal 1']);
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(1)}×`;
}

function say(cells: readonly string[]): void {
  const [first = '', ...others] = cells;
  process.stdout.write(`${first.padEnd(28)}${others.map((cell) => cell.padStart(15)).join('')}\n`);
}
