import { vi } from 'vitest';
import type { Bridge } from '../../../contract/bridge.ts';
import type { CallName, CallRequest, CallResult } from '../../../contract/calls.ts';
import type { EventName, Events } from '../../../contract/events.ts';

/** What each call is answered with; a call that is not among them is one that a test does not expect. */
type Answers = {
  readonly [C in CallName]?: (request: CallRequest<C>) => CallResult<C> | Promise<CallResult<C>>;
};

/** The main process as far as a window can tell. */
interface MainProcess {
  /** What was asked, in order: each call with its request. */
  readonly asked: readonly (readonly [call: string, request: unknown])[];
  /** Sends an event to the window. */
  readonly send: <E extends EventName>(event: E, payload: Events[E]) => void;
  /** How many listen to events now. */
  readonly listeners: () => number;
}

/** Puts a main process behind the bridge that gives these answers. */
export function standInForMain(answers: Answers = {}): MainProcess {
  const asked: (readonly [string, unknown])[] = [];
  const listeners = new Set<(event: string, payload: unknown) => void>();
  const assay: Bridge = {
    invoke(call, request) {
      asked.push([call, request]);
      // The contract pairs each call with its request.
      const answer = answers[call as CallName] as ((request: unknown) => unknown) | undefined;
      if (answer === undefined) return Promise.reject(new Error(`Nobody answers ${call}`));
      return Promise.resolve(answer(request));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  vi.stubGlobal('window', { assay });
  return {
    asked,
    send: (event, payload) => {
      for (const listener of listeners) listener(event, payload);
    },
    listeners: () => listeners.size,
  };
}
