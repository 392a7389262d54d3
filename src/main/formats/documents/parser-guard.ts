import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { Result } from '../../../domain/core/result.ts';

/** Runs a library's parser on content it may not survive. */
export function guardParser<T>(name: string, parse: () => T): Result<T, AppError> {
  try {
    return ok(parse());
  } catch (error) {
    return err(parserFailure(name, error, 'its markup cannot be parsed'));
  }
}

/**
 * What a parser's throw means for the user: a stack that overflows is `import/too-complex`, anything else is
 * `import/malformed` for the reason given.
 */
export function parserFailure(name: string, error: unknown, reason: string): AppError {
  // V8 throws this when the stack overflows.
  return error instanceof RangeError
    ? appError('import/too-complex', { name, limit: 'a normal depth of nesting' })
    : appError('import/malformed', { name, reason });
}
