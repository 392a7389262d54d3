import { appError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import { serveWork } from '../../workers/serve-work.ts';
import type { ImportWork } from './import-worker-pool.ts';
import { readBytes } from './read-bytes.ts';

serveWork<ImportWork>(async ({ order: { bytes, name, mediaType } }) => {
  // What each format's own guard has not caught ends here as an answer: a throw would cost the worker.
  try {
    return await readBytes(bytes, { name, mediaType });
  } catch (error) {
    return error instanceof RangeError
      ? err(appError('import/too-complex', { name, limit: 'a normal depth of nesting' }))
      : err(appError('import/malformed', { name, reason: 'it could not be parsed' }));
  }
});
