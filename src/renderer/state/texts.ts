import { use } from 'react';
import { create } from 'zustand';
import type { AppError } from '../../contract/errors.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import type { Result } from '../../domain/core/result.ts';
import { invoke } from './bridge.ts';
import { useReplicaStore } from './replica.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';

// Texts never change, so what was loaded stays right; a few are kept for going back and forth.
const kept = 8;
const loading = new Map<DocumentId, Promise<Result<DocumentText, AppError>>>();
// Those that could not be read; not asked for again by themselves, because a component that shows one asks at every drawing.
const failed = new Set<DocumentId>();

const useAttempts = create<{ readonly attempts: number }>(() => ({ attempts: 0 }));

// When the health of a case changes, a folder that was away may be back, and its texts can be read again.
useReplicaStore.subscribe(({ replica }, { replica: before }) => {
  if (replica?.health !== before?.health) retryTexts();
});

/** Loads a document's canonical text and blocks; the same promise for the same document while it is kept. */
function loadText(document: DocumentId): Promise<Result<DocumentText, AppError>> {
  const known = loading.get(document);
  if (known !== undefined) return known;
  const promise = invoke('document/text', { document });
  void promise.then(({ ok }) => {
    // It may be of a case that is gone, and the document loaded anew for the one on show.
    if (!ok && loading.get(document) === promise) failed.add(document);
  });
  loading.set(document, promise);
  // A Map keeps the order in which keys were set: the first was loaded longest ago.
  const [oldest] = loading.keys();
  if (loading.size > kept && oldest !== undefined) loading.delete(oldest);
  return promise;
}

/** A document's text; suspends while it loads. */
export function useDocumentText(document: DocumentId): Result<DocumentText, AppError> {
  // Draws again when texts that failed are to be read anew.
  useAttempts();
  // `use` needs the same promise at every drawing, or it would suspend for ever.
  return use(loadText(document));
}

// Loads the texts again that could not be read, where they are shown.
function retryTexts(): void {
  for (const document of failed) loading.delete(document);
  failed.clear();
  useAttempts.setState(({ attempts }) => ({ attempts: attempts + 1 }));
}

/** Forgets every text, for a case that was just opened. */
export function forgetTexts(): void {
  loading.clear();
  failed.clear();
}
