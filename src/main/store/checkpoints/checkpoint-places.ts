import type { WholeCase } from '../../migrations/migration.ts';
import { type CaseFolder, caseFile, documentFile } from '../disk/case-folder.ts';
import { wholeCaseOf } from '../journal/old-lines.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { CaseHead, type CheckpointPlace, DocumentHead } from './checkpoint-file.ts';

/** Where the checkpoint of the case as a whole is. */
export function placeOfCase(folder: CaseFolder): CheckpointPlace<CaseHead> {
  const whole = (): Promise<WholeCase> => wholeCaseOf(folder);
  return { folder: folder.root, name: caseFile, head: CaseHead, whole };
}

/** Where the checkpoint of a document is. */
export function placeOfDocument(
  folder: CaseFolder,
  document: DocumentId,
): CheckpointPlace<DocumentHead> {
  const whole = (): Promise<WholeCase> => wholeCaseOf(folder);
  return { folder: folder.documents, name: documentFile(document), head: DocumentHead, whole };
}
