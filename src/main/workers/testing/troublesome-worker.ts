import process from 'node:process';
import { parentPort, threadId } from 'node:worker_threads';
import { serveWork } from '../serve-work.ts';
import type { Work } from '../work.ts';

/** What the worker for tests does, good or bad. */
export interface TroublesomeWork extends Work {
  readonly order:
    | { readonly do: 'answer'; readonly what: string }
    | { readonly do: 'join parts' }
    | { readonly do: 'count'; readonly to: number }
    /** Takes so many megabytes, and answers if it is still there. */
    | { readonly do: 'grow'; readonly by: Growth; readonly to: number }
    /** Tells the next number every few milliseconds, for ever. */
    | { readonly do: 'tick' }
    | { readonly do: 'loop' | 'throw' | 'reject' | 'exit' | 'answer what cannot be cloned' }
    | { readonly do: 'say who' }
    /** Says who, and is gone some moments later. */
    | { readonly do: 'die later'; readonly of: 'throw' | 'exit' }
    /** Sends what is no answer. */
    | { readonly do: 'send'; readonly message: unknown };
  readonly part: string;
  readonly progress: number;
  readonly result: unknown;
}

// Of the types that come with the compiler only those for pages have it.
declare const WebAssembly: {
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum?: number;
    readonly shared?: boolean;
  }) => { readonly buffer: ArrayBuffer };
};

/** The ways in which a worker can take memory. */
export type Growth = keyof typeof growths;

const megabyte = 1_000_000;
const stepMegabytes = 10;
// Slow enough for the watch of a machine that is busy with other things.
const stepMilliseconds = 5;
const tickMilliseconds = 10;
const deathMilliseconds = 50;
const pagesOfStep = Math.ceil((stepMegabytes * megabyte) / 65_536);
const held: unknown[] = [];

// Each takes one step more and holds on to it. Only what is written to is really taken.
const growths = {
  heap: () => {
    held.push(Array.from({ length: 100_000 }, (_, index) => ({ index, text: `text ${index}` })));
  },
  buffers: () => {
    held.push(new Uint8Array(stepMegabytes * megabyte).fill(1));
  },
  'shared buffers': () => {
    held.push(new Uint8Array(new SharedArrayBuffer(stepMegabytes * megabyte)).fill(1));
  },
  'memory of WebAssembly': () => {
    const memory = new WebAssembly.Memory({ initial: pagesOfStep });
    held.push(new Uint8Array(memory.buffer).fill(1));
  },
  'shared memory of WebAssembly': () => {
    const pages = { initial: pagesOfStep, maximum: pagesOfStep };
    const memory = new WebAssembly.Memory({ ...pages, shared: true });
    held.push(new Uint8Array(memory.buffer).fill(1));
  },
} satisfies Record<string, () => void>;

serveWork<TroublesomeWork>(({ order, parts, tell }) => {
  switch (order.do) {
    case 'answer':
      return order.what;
    case 'join parts':
      return parts.join(' ');
    case 'count':
      for (let count = 1; count <= order.to; count += 1) tell(count);
      return 'counted';
    case 'grow':
      for (let size = 0; size < order.to; size += stepMegabytes) {
        growths[order.by]();
        beBusy(stepMilliseconds);
      }
      return 'grown';
    case 'tick':
      return tick(tell);
    case 'loop':
      for (;;) held.length = 0;
    case 'throw':
      setImmediate(fail);
      return never();
    case 'reject':
      return Promise.reject(new Error('It did not work'));
    case 'exit':
      return process.exit(3);
    case 'answer what cannot be cloned':
      return fail;
    case 'say who':
      return threadId;
    case 'die later':
      setTimeout(order.of === 'throw' ? fail : () => process.exit(0), deathMilliseconds);
      return threadId;
    case 'send':
      parentPort?.postMessage(order.message);
      return never();
  }
});

function tick(tell: (count: number) => void): Promise<never> {
  let count = 0;
  setInterval(() => {
    count += 1;
    tell(count);
  }, tickMilliseconds);
  return never();
}

function beBusy(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}

function fail(): never {
  throw new Error('It did not work');
}

function never(): Promise<never> {
  return Promise.withResolvers<never>().promise;
}
