import { use } from 'react';
import type { AppError } from '../../domain/errors.ts';
import type { DocumentId } from '../../domain/model/ids.ts';
import type { DocumentText } from '../../domain/model/text.ts';
import type { Result } from '../../domain/result.ts';
import { invoke } from './bridge.ts';

// Texts never change, so what was loaded stays right; a few are kept for going back and forth.
const kept = 8;
const loading = new Map<DocumentId, Promise<Result<DocumentText, AppError>>>();

/** Loads a document's canonical text and blocks; the same promise for the same document while it is kept. */
function loadText(document: DocumentId): Promise<Result<DocumentText, AppError>> {
  const known = loading.get(document);
  if (known !== undefined) return known;
  const promise = invoke('document/text', { document });
  loading.set(document, promise);
  const [oldest] = loading.keys();
  if (loading.size > kept && oldest !== undefined) loading.delete(oldest);
  return promise;
}

/** A document's text; suspends while it loads. */
export function useDocumentText(document: DocumentId): Result<DocumentText, AppError> {
  return use(loadText(document));
}

/** Forgets every text, for a case that was just opened. */
export function forgetTexts(): void {
  loading.clear();
}
