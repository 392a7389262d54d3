import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import type { Result } from '../../../domain/core/result.ts';
import { decodeBytes } from './encoding.ts';
import { refuseBinary, refusePrintable } from './file-kind.ts';
import type { FileFacts, ReadDocument } from './read-document.ts';
import { chooseImporter } from './registry.ts';

/**
 * Reads any bytes as a document: refuses what is empty or no text, decodes, finds the format by content, extracts.
 * Deterministic; takes as much time and memory as the content wants, so hostile files belong in the worker.
 */
export async function readBytes(
  bytes: Uint8Array,
  facts: FileFacts,
): Promise<Result<ReadDocument, AppError>> {
  if (bytes.length === 0) {
    return err(appError('import/empty', { name: facts.name }));
  }
  const decoded = decodeBytes(bytes, facts.name);
  if (!decoded.ok) {
    return decoded.error.code === 'import/encoding' || decoded.error.code === 'import/binary'
      ? err(await refuseBinaryOr(decoded.error, bytes, facts.name))
      : decoded;
  }
  const refused = refusePrintable(decoded.value.text, facts.name);
  return refused === null
    ? chooseImporter(decoded.value.text, facts).read(decoded.value, facts)
    : err(refused);
}

/** A recognised kind says more than "unknown encoding"; without one the first finding stands. */
async function refuseBinaryOr(error: AppError, bytes: Uint8Array, name: string): Promise<AppError> {
  const refused = await refuseBinary(bytes, name);
  return refused.facts.kind === null ? error : refused;
}
