import type { Health } from '../../contract/health.ts';
import type { PastMoment } from '../../contract/history.ts';
import type { VerifyProgress, VerifyReport } from '../../contract/verification.ts';
import type { CaseChange, CommandOutcome, UndoState } from '../../domain/core/change.ts';
import type { CaseState } from '../../domain/core/case-state.ts';
import type { AppError } from '../../contract/errors.ts';
import type { DocumentLayout } from '../../domain/core/layout.ts';
import type { DocumentText } from '../../domain/core/text.ts';
import type { RecoveryReport } from '../../contract/recovery.ts';
import type { Result } from '../../domain/core/result.ts';
import type { Sha256 } from '../../domain/core/record-id.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import type { AnyId } from '../../domain/records/registry.ts';
import type { CaseHistory } from './changes/case-history.ts';
import type { JournalMark } from './journal/journal-line.ts';
import type { ImportFiles, StoredImport } from './texts/texts.ts';

/** An open case. Everything it acknowledges is on disk, and its view holds nothing that is not. */
export interface CaseStore {
  readonly path: string;
  readonly readOnly: boolean;
  /** Whether changes can be made now, and if not, why. */
  readonly health: Health;
  /** The token of a writer's lock that may be taken over, as `openCase` wants it; undefined as long as they may be there. */
  readonly silentToken: string | undefined;
  /** The records as of change `seq`; changes only through the store. */
  readonly view: Omit<CaseState, 'apply'>;
  /** The number of the last change. */
  readonly seq: number;
  /** The hash of the last change's journal line, which stands for all of them. */
  readonly head: Sha256;
  /** How far the journal goes that the view is of. */
  readonly mark: JournalMark;
  /** What opening found wrong with the folder, and what was done about it; null if all was well. */
  readonly report: RecoveryReport | null;
  /** The repairs this folder has seen, the latest first; this opening's is among them if it kept anything aside. */
  readonly repairs: readonly RecoveryReport[];
  readonly undoState: UndoState;
  /** The moment that the case is shown as of; null: it is as it is now. */
  readonly past: PastMoment | null;
  /** Every change that led to what the case is. */
  readonly history: Pick<CaseHistory, 'page' | 'entry' | 'lastAt' | 'since'>;
  /** Runs a command; resolves when its change is on disk. */
  run(name: string, input: unknown): Promise<Result<CommandOutcome, AppError>>;
  /**
   * Takes back the analyst's last change that is not yet taken back, in this session or one before; answers that change's
   * label. Refused (`history/built-on`) if somebody else has changed since what it touched.
   */
  undo(): Promise<Result<{ label: string }, AppError>>;
  /** Makes the change again that was taken back last; answers its label. */
  redo(): Promise<Result<{ label: string }, AppError>>;
  /** Takes back one old change; refused (`history/built-on`) if a later one builds on it. */
  revert(seq: number): Promise<Result<CommandOutcome, AppError>>;
  /** Makes a record what it was after change `seq`, with whatever it needs of what was removed since. */
  restore(record: AnyId, seq: number): Promise<Result<CommandOutcome, AppError>>;
  /** The case as it was after change `seq`, only to be read; the present one stays open and has to be closed by itself. */
  asOf(seq: number): Promise<Result<CaseStore, AppError>>;
  /** The canonical text of a document, checked against its hash. */
  readText(document: DocumentId): Promise<Result<DocumentText, AppError>>;
  /** Where the text of a document stands on its pages, checked against its hash; null for a document without pages. */
  readLayout(document: DocumentId): Promise<Result<DocumentLayout | null, AppError>>;
  /** Stores imported files, and what was read from them, durably before `document/import` refers to it; many at once are much faster. */
  putImports(files: readonly ImportFiles[]): Promise<Result<StoredImport[], AppError>>;
  /** Removes stored files that no change has referred to, when their import is given up; others' files stay. */
  discardImports(imports: readonly StoredImport[]): void;
  /** The documents that were imported from the file with this SHA-256 (hexadecimal), in the order in which they came. */
  documentsFrom(original: string): DocumentId[];
  /** Listens to every change once it is on disk; returns the function that ends it. */
  subscribe(listener: (change: CaseChange) => void): () => void;
  /** Listens to every change of `health`; returns the function that ends it. */
  watchHealth(listener: (health: Health) => void): () => void;
  /** Looks at once whether changes can be made again after a failure. */
  tryAgain(): Promise<Result<null, AppError>>;
  /** Of a case that is only read: brings in every change that somebody else makes from now on. */
  follow(): Promise<void>;
  /** Checks the whole folder against the journal, and tells how far it is; changes nothing. */
  verify(progress?: (done: VerifyProgress) => void): Promise<Result<VerifyReport, AppError>>;
  /** Waits for running changes, brings the checkpoints up to date and lets go of the folder. */
  close(): Promise<void>;
}
