/** One kind of work that a worker does: what it is sent, and what it sends back. All of it is cloned on its way. */
export interface Work {
  /** What is to be done. */
  readonly order: unknown;
  /** What goes ahead of an order in parts, because to clone all of it at once would hold up the main thread. */
  readonly part: unknown;
  readonly progress: unknown;
  readonly result: unknown;
}

/** What goes to a worker: the parts of a job, and then its order, with which it begins. */
export type WorkRequest<W extends Work> =
  | { readonly job: number; readonly part: W['part'] }
  | { readonly job: number; readonly order: W['order'] };

/** What comes back from a worker: that it has begun, any amount of progress, and the result, with which the job is over. */
export type WorkAnswer<W extends Work> =
  | { readonly job: number; readonly begun: true }
  | { readonly job: number; readonly progress: W['progress'] }
  | { readonly job: number; readonly result: W['result'] };

/** How a job ended. */
export type WorkOutcome<W extends Work> =
  | { readonly ended: 'done'; readonly result: W['result'] }
  | { readonly ended: 'cancelled' }
  /** `limit` says in words what it would have needed more of: `20 seconds`, `512 MB of memory`. */
  | { readonly ended: 'over-limit'; readonly limit: string }
  /** The worker threw, ended by itself, or answered what is no answer. */
  | { readonly ended: 'broken'; readonly by: BreakCause; readonly error: Error };

/** What broke a worker. */
export type BreakCause = 'throw' | 'exit' | 'malformed-answer';
