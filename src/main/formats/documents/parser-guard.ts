import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { Result } from '../../../domain/core/result.ts';

/**
 * Runs a library's parser on content it may not survive: a stack that overflows is `import/too-complex`, anything
 * else it throws is `import/malformed`.
 */
export function guardParser<T>(name: string, parse: () => T): Result<T, AppError> {
  try {
    return ok(parse());
  } catch (error) {
    // V8 throws this when the stack overflows.
    if (error instanceof RangeError) {
      return err(appError('import/too-complex', { name, limit: 'a normal depth of nesting' }));
    }
    return err(appError('import/malformed', { name, reason: 'its markup cannot be parsed' }));
  }
}
