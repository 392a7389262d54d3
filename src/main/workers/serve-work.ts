import { parentPort } from 'node:worker_threads';
import type { Work, WorkAnswer, WorkRequest } from './work.ts';

/** A job as the worker gets it. */
export interface Job<W extends Work> {
  readonly order: W['order'];
  /** What came ahead of the order, in the order in which it was sent. */
  readonly parts: readonly W['part'][];
  /** Tells whoever gave the job how far it is. */
  readonly tell: (progress: W['progress']) => void;
}

/**
 * Makes this thread a worker: does one job after another as its `WorkerHost` gives them. What `work` throws breaks the
 * worker, so what the user can cause is part of its result.
 */
export function serveWork<W extends Work>(
  work: (job: Job<W>) => W['result'] | Promise<W['result']>,
): void {
  let parts: W['part'][] = [];
  function answer(message: WorkAnswer<W>): void {
    parentPort?.postMessage(message);
  }
  async function run(job: number, order: W['order']): Promise<void> {
    const sent = parts;
    parts = [];
    answer({ job, begun: true });
    const result = await work({
      ...{ order, parts: sent },
      tell: (progress) => {
        answer({ job, progress });
      },
    });
    answer({ job, result });
  }
  parentPort?.on('message', (message: WorkRequest<W>) => {
    if ('part' in message) parts.push(message.part);
    else void run(message.job, message.order);
  });
}
