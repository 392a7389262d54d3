import { z } from 'zod';
import type { AppError } from './errors.ts';
import type { CommandOutcome, UndoState } from '../domain/core/change.ts';
import { type AnyRecord, RecordId } from '../domain/records/registry.ts';
import type { DocumentText } from '../domain/core/text.ts';
import type { RecoveryReport } from './recovery.ts';
import type { Result } from '../domain/core/result.ts';
import { DocumentId } from '../domain/records/document/record.ts';
import type { CopyReport } from './copies.ts';
import type { ExportFormat, ExportOutcome } from './exports.ts';
import type { Health } from './health.ts';
import { type HistoryEntry, type HistoryPage, HistoryQuery, type PastMoment } from './history.ts';
import type { DocumentFormatName, ImportReport } from './imports.ts';
import { type RecentCase, Settings } from './settings.ts';
import type { VerifyReport } from './verification.ts';
import { ViewState } from './view-state.ts';

/** What the window has to know of an open case besides its records. */
export interface CaseHeader {
  readonly path: string;
  readonly health: Health;
  /** The moment of its history that it is shown as of; null: as it is now. */
  readonly past: PastMoment | null;
  /** The last change. */
  readonly seq: number;
  readonly undo: UndoState;
  /** What opening found wrong with the case's folder; null if all was well. */
  readonly report: RecoveryReport | null;
  /** The repairs the folder has seen, the latest first. */
  readonly repairs: readonly RecoveryReport[];
}

/** A case as the window needs it to start. */
export interface CaseSnapshot extends CaseHeader {
  /** Every record as of change `seq`; of a large case those of one document, until `case/more` has brought the others. */
  readonly records: readonly AnyRecord[];
  readonly viewState: ViewState;
  /** The document to show while the rest of a large case is on its way; null where there is none, or all is here. */
  readonly preview: DocumentId | null;
  /** What `case/more` is to ask for to bring the rest of a large case; null where all records are here. */
  readonly rest: number | null;
}

/** The open case after it was opened once more in its place; its header alone where the window's records are right. */
export type ReopenedCase = CaseSnapshot | CaseHeader;

/** The next records of a large case. */
export interface MoreRecords {
  readonly records: readonly AnyRecord[];
  /** How many of how many records have come, with these. */
  readonly done: number;
  readonly total: number;
  /** The open case, once these were the last. */
  readonly complete: CaseHeader | null;
}

/** How the window names a case to open; paths come only from dialogs in the main process. */
const CaseChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dialog') }),
  z.strictObject({ kind: z.literal('recent'), key: z.string() }),
  z.strictObject({ kind: z.literal('sample') }),
  /** The case that was asked for last, once more in another way. */
  z.strictObject({ kind: z.literal('again') }),
]);

/** What the window calls an import of its own, to be told of it and to cancel it. */
const ImportJob = z.uuid();

/** A file the analyst dropped into the window, or text they pasted. */
const DroppedFile = z.strictObject({
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array),
});

/** The schema of each request that may cross into the main process. */
export const calls = {
  'app/start': z.strictObject({}),
  'settings/change': Settings.partial(),
  'case/create': z.strictObject({ name: z.string().trim().min(1).max(120) }),
  'case/open': z.strictObject({
    choice: CaseChoice,
    readOnly: z.boolean(),
    /** The analyst's answer to `store/recoverable`: open what can be recovered of a damaged case. */
    recover: z.boolean().default(false),
  }),
  'case/more': z.strictObject({ rest: z.int() }),
  'case/close': z.strictObject({}),
  'case/forget': z.strictObject({ key: z.string() }),
  /** Opens the open case once more in its place: to read, to write, or to write instead of one who is silent. */
  'case/reopen': z.strictObject({ as: z.enum(['reader', 'writer', 'successor']) }),
  'case/try-again': z.strictObject({}),
  'case/copy': z.strictObject({}),
  'copy/cancel': z.strictObject({}),
  'copies/choose-folder': z.strictObject({}),
  'command/run': z.strictObject({ name: z.string(), input: z.json() }),
  'command/undo': z.strictObject({}),
  'command/redo': z.strictObject({}),
  'history/page': z.strictObject({
    query: HistoryQuery,
    /** Only changes before this one; null: from the last one on. */
    before: z.int().min(1).nullable(),
    limit: z.int().min(1).max(200),
  }),
  'history/change': z.strictObject({ seq: z.int().min(1) }),
  'history/revert': z.strictObject({ seq: z.int().min(1) }),
  'history/restore': z.strictObject({ record: RecordId, seq: z.int().min(1) }),
  /** Shows the case as it was after a change, or at a moment (ISO 8601, UTC). */
  'history/look-back': z.union([
    z.strictObject({ seq: z.int().min(1) }),
    z.strictObject({ at: z.iso.datetime() }),
  ]),
  'history/return': z.strictObject({}),
  'case/verify': z.strictObject({}),
  'document/text': z.strictObject({ document: DocumentId }),
  'view/change': z.strictObject({ changes: ViewState }),
  'import/files': z.strictObject({ job: ImportJob }),
  'import/folder': z.strictObject({ job: ImportJob }),
  'import/dropped': z.strictObject({ job: ImportJob, files: z.array(DroppedFile).min(1) }),
  'import/pasted': z.strictObject({
    job: ImportJob,
    title: z.string().trim().max(300),
    text: z.string(),
  }),
  'import/cancel': z.strictObject({ job: ImportJob }),
  'report/export': z.strictObject({
    documents: z.array(DocumentId),
    /** The id of one of the formats that `app/start` names. */
    format: z.string(),
    /** The analyst's answer to `occupied`: go on, and replace the files it named. */
    replace: z.boolean().default(false),
  }),
  'report/preview': z.strictObject({ documents: z.array(DocumentId) }),
  'report/show': z.strictObject({ written: z.int() }),
} as const satisfies Record<string, z.ZodType>;

/** The name of a call. */
export type CallName = keyof typeof calls;

/** What the window sends with a call. */
export type CallRequest<C extends CallName> = z.input<(typeof calls)[C]>;

/** What each call answers when it succeeds; null where a dialog was cancelled. */
export interface CallResponses {
  /** Also tells of a case that is already open, after the window was reloaded. */
  'app/start': {
    settings: Settings;
    recent: readonly RecentCase[];
    /** The path at which settings are kept that could not be understood when the app started; null without any. To be shown. */
    setAside: string | null;
    /** What can be exported, in the order in which it is offered. */
    formats: readonly ExportFormat[];
    /** Where copies are kept that are made by schedule; to be shown. */
    copyFolder: string | null;
    open: CaseSnapshot | null;
    version: string;
    runtime: string;
    /** In the order of lists. */
    documentFormats: readonly DocumentFormatName[];
  };
  'settings/change': Settings;
  'case/create': CaseSnapshot | null;
  'case/open': CaseSnapshot | null;
  /** Null where something else is on show since: another case, or the same one at another moment. */
  'case/more': MoreRecords | null;
  'case/close': { recent: readonly RecentCase[] };
  'case/forget': { recent: readonly RecentCase[] };
  'case/reopen': ReopenedCase;
  'case/try-again': null;
  'case/copy': CopyReport | null;
  'copy/cancel': null;
  'copies/choose-folder': { folder: string } | null;
  'command/run': CommandOutcome;
  'command/undo': { label: string };
  'command/redo': { label: string };
  'history/page': HistoryPage;
  'history/change': HistoryEntry;
  'history/revert': CommandOutcome;
  'history/restore': CommandOutcome;
  'history/look-back': CaseSnapshot;
  'history/return': CaseSnapshot;
  'case/verify': VerifyReport;
  'document/text': DocumentText;
  'view/change': null;
  'import/files': ImportReport | null;
  'import/folder': ImportReport | null;
  'import/dropped': ImportReport;
  'import/pasted': ImportReport;
  'import/cancel': null;
  'report/export': ExportOutcome | null;
  /** The address of a page to frame, good until the next preview, and how many of the documents are in it. */
  'report/preview': { address: string; shown: number };
  'report/show': null;
}

/** What a call answers: never throws across the border. */
export type CallResult<C extends CallName> = Result<CallResponses[C], AppError>;
