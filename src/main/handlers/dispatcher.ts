import type { z } from 'zod';
import { type CallName, type CallResponses, calls } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import { firstProblem } from '../../domain/core/first-problem.ts';
import { type Result, err } from '../../domain/core/result.ts';
import { failedCall } from '../services/failed-call.ts';

/** One function per call of the contract; it gets the parsed request. */
export type Handlers = {
  readonly [C in CallName]: (
    request: z.output<(typeof calls)[C]>,
  ) => Promise<Result<CallResponses[C], AppError>>;
};

/**
 * The one way in from the window: finds the call, parses its request and answers with a result. Unknown calls and
 * requests that do not fit are refused; a bug in a handler is logged and answered as `call/failed`.
 */
export function createDispatcher(
  handlers: Handlers,
): (call: string, request: unknown) => Promise<Result<unknown, AppError>> {
  return async (call, request) => {
    // The name may be anything of any length, and what it says ends up in a message and in a log.
    if (!isCall(call)) return err(appError('call/unknown', { call: call.slice(0, 100) }));
    try {
      // Awaited here, so that a handler that rejects is caught here as well.
      return await answer(handlers, call, request);
    } catch (error) {
      return err(failedCall(call, error));
    }
  };
}

function isCall(call: string): call is CallName {
  // An inherited name, such as `toString`, is no call.
  return Object.hasOwn(calls, call);
}

async function answer(
  handlers: Handlers,
  call: CallName,
  request: unknown,
): Promise<Result<unknown, AppError>> {
  const parsed = calls[call].safeParse(request);
  if (!parsed.success) {
    // One problem is enough for whoever looks for the bug.
    return err(appError('call/invalid', { call, problem: firstProblem(parsed.error) }));
  }
  // The schema and the handler of one name belong together; the compiler cannot follow that through the union.
  const handler = handlers[call] as (request: unknown) => Promise<Result<unknown, AppError>>;
  return handler(parsed.data);
}
