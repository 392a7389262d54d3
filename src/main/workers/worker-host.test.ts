import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Growth, TroublesomeWork } from './testing/troublesome-worker.ts';
import type { WorkLimits } from './work-limits.ts';
import { WorkerHost, workOnce } from './worker-host.ts';

// Each starts workers, which load their program; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 60_000 });

const workerPath = new URL('./testing/troublesome-worker.ts', import.meta.url);
const hosts: WorkerHost<TroublesomeWork>[] = [];

type Order = TroublesomeWork['order'];

function aHost(limits: Partial<WorkLimits> = {}, path = workerPath): WorkerHost<TroublesomeWork> {
  const host = new WorkerHost<TroublesomeWork>({
    workerPath: path,
    limits: { time: null, memory: 1_000, ...limits },
  });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const answer: Order = { do: 'answer', what: 'still there' };
const answered = { ended: 'done', result: 'still there' };
const cancelled = { ended: 'cancelled' };

/** Whatever became of a job, the host goes on with the next. */
async function goesOn(host: WorkerHost<TroublesomeWork>): Promise<void> {
  expect(await host.run(answer)).toEqual(answered);
}

describe('a job', () => {
  it('is done after those before it, and gets its own answer', async () => {
    const host = aHost();
    const ended: string[] = [];
    const words = ['one', 'two', 'three'];
    const outcomes = words.map(async (what) => {
      const outcome = await host.run({ do: 'answer', what });
      ended.push(what);
      return outcome;
    });
    expect(await Promise.all(outcomes)).toEqual(words.map((result) => ({ ended: 'done', result })));
    expect(ended).toEqual(words);
  });

  it('tells how far it is, in order, before it is over', async () => {
    const seen: unknown[] = [];
    const outcome = aHost().run({ do: 'count', to: 100 }, { onProgress: (n) => seen.push(n) });
    seen.push((await outcome).ended);
    expect(seen).toEqual([...Array.from({ length: 100 }, (_, index) => index + 1), 'done']);
  });

  it('gets its parts ahead of the order, and others have a turn between them', async () => {
    const host = aHost();
    let turns = 0;
    const turnsAtPart: number[] = [];
    function* parts(): Generator<string> {
      for (const part of ['a', 'b', 'c']) {
        turnsAtPart.push(turns);
        setImmediate(() => (turns += 1));
        yield part;
      }
    }
    const joined = await host.run({ do: 'join parts' }, { parts: parts() });
    expect(joined).toEqual({ ended: 'done', result: 'a b c' });
    expect(turnsAtPart).toEqual([0, 1, 2]);
    // They were of that job only.
    expect(await host.run({ do: 'join parts' })).toEqual({ ended: 'done', result: '' });
  });

  it('whose parts cannot be had is over, and its first parts are no other job’s', async () => {
    const host = aHost();
    function* parts(): Generator<string> {
      yield 'a';
      throw new Error('There are no more');
    }
    expect(await host.run({ do: 'join parts' }, { parts: parts() })).toMatchObject({
      ended: 'broken',
      error: { message: 'There are no more' },
    });
    expect(await host.run({ do: 'join parts' })).toEqual({ ended: 'done', result: '' });
  });
});

describe('memory', () => {
  const growths: Growth[] = [
    'heap',
    'buffers',
    'shared buffers',
    'memory of WebAssembly',
    'shared memory of WebAssembly',
  ];

  it.each(growths)('is limited as %s', async (by) => {
    const host = aHost({ memory: 200 });
    expect(await host.run({ do: 'grow', by, to: 4_000 })).toEqual({
      ended: 'over-limit',
      limit: '200 MB of memory',
    });
    await goesOn(host);
  });

  it.each(growths)('may be taken within the limit as %s', async (by) => {
    const grown = await aHost({ memory: 300 }).run({ do: 'grow', by, to: 60 });
    expect(grown).toEqual({ ended: 'done', result: 'grown' });
  });

  it('that others take or leave behind is none of the job’s', async () => {
    const cancel = new AbortController();
    const ticks = new Ticks();
    const options = { signal: cancel.signal, onProgress: ticks.tell };
    const small = aHost({ memory: 150 }).run({ do: 'tick' }, options);
    for (const by of ['heap', 'buffers'] as const) {
      const other = aHost();
      await other.run({ do: 'grow', by, to: 250 });
      await Promise.race([ticks.seen(), small]);
      await other.close();
      await Promise.race([ticks.seen(), small]);
    }
    const own = Buffer.alloc(250_000_000, 1);
    await Promise.race([ticks.seen(), small]);
    cancel.abort();
    expect(await small).toEqual(cancelled);
    expect(own.length).toBe(250_000_000);
  });
});

/** Sees a worker's progress, which goes on while the host has its looks at the worker. */
class Ticks {
  #waiting: (() => void) | null = null;
  #count = 0;

  readonly tell = (): void => {
    this.#count += 1;
    if (this.#count >= 10) this.#waiting?.();
  };

  /** Resolves when the worker has gone on for a while from now. */
  async seen(): Promise<void> {
    // What was told while this thread was busy is of before.
    await setTimeout(0);
    this.#count = 0;
    await new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
  }
}

describe('a worker', () => {
  it('that takes too long is ended and replaced', async () => {
    const host = aHost({ time: 300 });
    expect(await host.run({ do: 'loop' })).toEqual({ ended: 'over-limit', limit: '0.3 seconds' });
    await goesOn(host);
  });

  it.each<[Order, string, string]>([
    [{ do: 'throw' }, 'throw', 'It did not work'],
    [{ do: 'reject' }, 'throw', 'It did not work'],
    [{ do: 'exit' }, 'exit', 'A worker ended with code 3'],
  ])('that does %j is told of and replaced', async (order, by, message) => {
    const host = aHost();
    expect(await host.run(order)).toMatchObject({ ended: 'broken', by, error: { message } });
    await goesOn(host);
  });

  it('whose result cannot be sent is told of and replaced', async () => {
    const host = aHost();
    expect(await host.run({ do: 'answer what cannot be cloned' })).toMatchObject({
      ended: 'broken',
      by: 'throw',
    });
    await goesOn(host);
  });

  it.each([
    null,
    'done',
    {},
    { result: 'of no job' },
    { job: 1 },
    { job: 2, result: 'of another job' },
    { job: '1', result: 'of something like it' },
  ])('that sends %j is not believed and replaced', async (message) => {
    const host = aHost();
    expect(await host.run({ do: 'send', message })).toMatchObject({
      ended: 'broken',
      by: 'malformed-answer',
    });
    await goesOn(host);
  });

  it.each(['throw', 'exit'] as const)('that dies of %s without a job is replaced', async (of) => {
    const host = aHost();
    const first = await host.run({ do: 'die later', of });
    const ticks = new Ticks();
    void aHost().run({ do: 'tick' }, { onProgress: ticks.tell });
    await ticks.seen();
    // A job that is under way at its death is lost with it, but none after that.
    const next = (): Promise<unknown> => host.run({ do: 'say who' });
    const another = { ended: 'done', result: expect.any(Number) as number };
    await expect.poll(next, { timeout: 30_000 }).not.toEqual(first);
    await expect.poll(next, { timeout: 30_000 }).toEqual(another);
  });

  it.each([new URL('./testing/no-worker.ts', import.meta.url), 'not an absolute path'])(
    'that cannot be started is told of: %s',
    async (path) => {
      const outcome = await aHost({}, path as URL).run(answer);
      expect(outcome).toMatchObject({ ended: 'broken', by: 'throw' });
    },
  );
});

describe('cancelling', () => {
  it('before the job begins starts nothing', async () => {
    const order: Order = { do: 'exit' };
    expect(await aHost().run(order, { signal: AbortSignal.abort() })).toEqual(cancelled);
  });

  it('ends the job that is being done and those that wait, and no others', async () => {
    const host = aHost();
    const cancel = new AbortController();
    const { signal } = cancel;
    const onProgress = (): void => {
      cancel.abort();
    };
    const outcomes = Promise.all([
      host.run(answer, { signal }),
      host.run({ do: 'tick' }, { signal, onProgress }),
      host.run(answer, { signal }),
      host.run(answer),
    ]);
    expect(await outcomes).toEqual([answered, cancelled, cancelled, answered]);
  });

  it('ends a worker that never looks up', async () => {
    const host = aHost();
    const cancel = new AbortController();
    const outcome = host.run({ do: 'loop' }, { signal: cancel.signal });
    setImmediate(() => {
      cancel.abort();
    });
    expect(await outcome).toEqual(cancelled);
    await goesOn(host);
  });

  it('while parts are on their way sends no more of them', async () => {
    const cancel = new AbortController();
    const sent: string[] = [];
    function* parts(): Generator<string> {
      for (const part of ['a', 'b', 'c']) {
        sent.push(part);
        if (part === 'b') cancel.abort();
        yield part;
      }
    }
    const host = aHost();
    const options = { parts: parts(), signal: cancel.signal };
    expect(await host.run({ do: 'join parts' }, options)).toEqual(cancelled);
    await goesOn(host);
    expect(sent).toEqual(['a', 'b']);
  });

  it('after the job changes nothing', async () => {
    const host = aHost();
    const cancel = new AbortController();
    const outcome = await host.run(answer, { signal: cancel.signal });
    cancel.abort();
    expect(outcome).toEqual(answered);
    await goesOn(host);
  });

  it('by closing ends every job, and refuses those that come later', async () => {
    const host = aHost();
    const closed = Promise.withResolvers<unknown>();
    const onProgress = (): void => {
      closed.resolve(host.close());
    };
    const outcomes = Promise.all([host.run({ do: 'tick' }, { onProgress }), host.run(answer)]);
    await closed.promise;
    expect(await outcomes).toEqual([cancelled, cancelled]);
    expect(await host.run(answer)).toEqual(cancelled);
    await host.close();
  });
});

it('does one job with a worker of its own', async () => {
  const options = { workerPath, limits: { time: null, memory: 500 } };
  expect(await workOnce<TroublesomeWork>(options, answer)).toEqual(answered);
});
