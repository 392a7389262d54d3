import { err } from '../../../domain/core/result.ts';
import { serveWork } from '../../workers/serve-work.ts';
import type { ImportWork } from './import-worker-pool.ts';
import { parserFailure } from './parser-guard.ts';
import { readBytes } from './read-bytes.ts';

serveWork<ImportWork>(async ({ order: { bytes, name, mediaType } }) => {
  // What each format's own guard has not caught ends here as an answer: a throw would cost the worker.
  try {
    return await readBytes(bytes, { name, mediaType });
  } catch (error) {
    return err(parserFailure(name, error, 'it could not be parsed'));
  }
});
