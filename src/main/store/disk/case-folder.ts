import { join } from 'node:path';
import type { Sha256 } from '../../../domain/core/record-id.ts';
import { type DocumentId, isDocumentId } from '../../../domain/records/document/record.ts';

/** The parts of a case folder. Names made here are of checked ids and hashes only, so none leads out of the folder. */
export interface CaseFolder {
  /** Where the case is, or will be once it is complete: the path that messages name. */
  readonly path: string;
  /** Where its files are now. */
  readonly root: string;
  readonly journal: string;
  readonly documents: string;
  readonly texts: string;
  readonly layouts: string;
  readonly originals: string;
  readonly lock: string;
}

/** The checkpoint of the case as a whole, in the case folder itself. */
export const caseFile = 'case.json';

/** The file that says who writes the case, in the case folder itself. */
export const lockFile = 'lock';

/** Names the parts of the case at a path; while it is being made its files are at another. */
export function caseFolder(path: string, root = path): CaseFolder {
  return {
    path,
    root,
    journal: join(root, 'journal'),
    documents: join(root, 'documents'),
    texts: join(root, 'texts'),
    layouts: join(root, 'layouts'),
    originals: join(root, 'originals'),
    lock: join(root, lockFile),
  };
}

/** The folders of files that are named by their content and never change. */
export const immutableParts = ['texts', 'layouts', 'originals'] as const;

/** The folders inside a case folder. */
export const partNames = ['journal', 'documents', ...immutableParts] as const;

/** The name of a document's checkpoint in `documents`. */
export function documentFile(document: DocumentId): string {
  return `${document}.json`;
}

/** The document of whose checkpoint a name in `documents` is; null if it is the name of none. */
export function documentOfFile(name: string): DocumentId | null {
  const id = name.replace(/\.json$/, '');
  return name.endsWith('.json') && isDocumentId(id) ? id : null;
}

/** The path of a document's checkpoint in the case folder. */
export function documentPlace(document: DocumentId): string {
  return `documents/${documentFile(document)}`;
}

/** The name of a canonical text in `texts`, and of a layout in `layouts`. */
export function dataFile(hash: Sha256): string {
  return `${hash}.json`;
}

/** Tells whether a name in `texts` or `layouts` is that of a text or a layout. */
export function isDataFile(name: string): boolean {
  return /^[0-9a-f]{64}\.json$/.test(name);
}

/** The name of an imported file in `originals`. */
export function originalFile(hash: Sha256, extension: string): string {
  return `${hash}.${extension}`;
}

/** Tells whether a name in `originals` is that of an imported file. */
export function isOriginalFile(name: string): boolean {
  return /^[0-9a-f]{64}\.[a-z0-9]+$/.test(name);
}

/** A moment as part of a file name, on every file system: `2026-03-15T21-40-00-000Z`. */
export function timeInName(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/g, '-');
}
