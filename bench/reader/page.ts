import '../../src/renderer/ui/tokens.css';
import '../../src/renderer/ui/base.css';
import './page.css';
import { assay } from './assay.ts';
import { codemirror } from './codemirror.ts';
import type { Contestant } from './contestant.ts';
import { type Corpus, makeCorpus, makeHighlight } from './corpus.ts';
import { recogito } from './recogito.ts';

declare global {
  interface Window {
    readonly readerBench: ReaderBench;
  }
}

const contestants = { assay, codemirror, recogito };

/** Who can be measured. */
export type ContestantName = keyof typeof contestants;

/** What the bench asks of the page; times are milliseconds. */
export interface ReaderBench {
  /** Opens a short text and closes it again, as another was read before this one; not measured. */
  warmUp(name: ContestantName): Promise<void>;
  /** Makes the text once; it is not part of what is measured. */
  load(size: number, highlights: number): void;
  /** From nothing to highlights in a frame. */
  open(name: ContestantName): Promise<number>;
  /** One highlight more over words in view, to its frame. */
  add(): Promise<number>;
  /** The time from frame to frame while scrolling. */
  scroll(frames: number, pixels: number): Promise<number[]>;
}

let corpus: Corpus | null = null;
let open: Contestant | null = null;
let added = 0;

Object.assign(window, { readerBench: { warmUp, load, open: openContestant, add, scroll } });

async function warmUp(name: ContestantName): Promise<void> {
  load(20_000, 200);
  await openContestant(name);
  open?.close();
}

function load(size: number, highlights: number): void {
  corpus = makeCorpus(size, highlights);
}

async function openContestant(name: ContestantName): Promise<number> {
  const place = document.getElementById('root');
  if (place === null || corpus === null) throw new Error('The page is not ready');
  const contestant = contestants[name]();
  open = contestant;
  const loaded = corpus;
  return timed(() => contestant.open(place, loaded));
}

async function add(): Promise<number> {
  const contestant = open;
  const block = corpus?.blocks[added % 2];
  if (contestant === null || block === undefined) throw new Error('Nothing is open');
  const start = block.start + 20 + added * 7;
  added += 1;
  return timed(() => contestant.add(makeHighlight(added, start, start + 30)));
}

async function scroll(frames: number, pixels: number): Promise<number[]> {
  if (open === null) throw new Error('Nothing is open');
  const scroller = open.scroller();
  const times: number[] = [];
  let before = await frame();
  for (let count = 0; count < frames; count += 1) {
    scroller.scrollTop += pixels;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

async function timed(work: () => { isPainted: () => boolean }): Promise<number> {
  const start = performance.now();
  const { isPainted } = work();
  // What a framework draws at the end of the task is in the page by now.
  await Promise.resolve();
  while (!isPainted()) await frame();
  await frame();
  await task();
  return performance.now() - start;
}

// The first task after a frame's callbacks runs when the frame has been made.
function task(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve(performance.now());
    });
  });
}
