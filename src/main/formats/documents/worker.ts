import { parentPort } from 'node:worker_threads';
import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
import { readBytes } from './read-bytes.ts';
import type { ReadDocument } from './read-document.ts';
import type { ImportAnswer, ImportQuestion } from './worker-messages.ts';

async function readSafely({
  bytes,
  name,
  mediaType,
}: ImportQuestion): Promise<Result<OneOrMore<ReadDocument>, AppError>> {
  try {
    return await readBytes(bytes, { name, mediaType });
  } catch (error) {
    return error instanceof RangeError
      ? err(appError('import/too-complex', { name, limit: 'a normal depth of nesting' }))
      : err(appError('import/malformed', { name, reason: 'it could not be parsed' }));
  }
}

parentPort?.on('message', (question: ImportQuestion) => {
  void readSafely(question).then((result) => {
    const answer: ImportAnswer = { id: question.id, result };
    parentPort?.postMessage(answer);
  });
});
