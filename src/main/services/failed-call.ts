import { type AppErrorOf, appError } from '../../contract/errors.ts';
import { reasonOf } from './reason.ts';

/** Logs what was thrown though nothing should have been, and answers what the window is told of it. */
export function failedCall(call: string, error: unknown): AppErrorOf<'call/failed'> {
  console.error(`The call ${call} failed:`, error);
  return appError('call/failed', { call, reason: reasonOf(error) });
}
