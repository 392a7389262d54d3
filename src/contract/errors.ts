import { type ChangeErrorFacts, type ErrorOf, changeErrorMessages } from '../domain/core/errors.ts';
import type { RecoveryReport } from './recovery.ts';

/** The facts each error carries: what it happened to and what a program needs to act on it. */
export interface ErrorFacts extends ChangeErrorFacts {
  'import/empty': { name: string };
  'import/binary': { name: string; kind: string | null };
  'import/unsupported': { name: string; kind: string };
  'import/too-large': { name: string; size: number; limit: number };
  'import/unreadable': { name: string; reason: string };
  'import/vanished': { name: string };
  'import/no-permission': { name: string };
  'import/encoding': { name: string; tried: string };
  'import/no-text': { name: string };
  'import/malformed': { name: string; reason: string };
  'import/too-complex': { name: string; limit: string };
  'import/cancelled': { name: string };
  'import/expired-choice': Record<string, never>;
  'store/not-found': { path: string };
  'store/not-a-case': { path: string };
  'store/exists': { path: string };
  'store/locked': { path: string; owner: string };
  'store/taken-over': { path: string; owner: string };
  'store/read-only': { path: string };
  'store/newer-format': { path: string; found: number; supported: number };
  'store/damaged': { path: string; place: string };
  'store/recoverable': { path: string; place: string; report: RecoveryReport };
  'store/disk-full': { path: string };
  'store/no-permission': { path: string };
  'store/read-failed': { path: string; reason: string };
  'store/write-failed': { path: string; reason: string };
  'store/copy-failed': { path: string; reason: string };
  'store/no-case-open': Record<string, never>;
  'export/nothing-chosen': Record<string, never>;
  'export/unknown-format': { format: string; known: readonly string[] };
  'export/exists': { names: readonly string[] };
  'export/too-large': { limit: string };
  'export/write-failed': { path: string; reason: string };
  'export/gone': { name: string };
  'export/no-window-runtime': { reason: string };
  'call/unknown': { call: string };
  'call/invalid': { call: string; problem: string };
  'call/failed': { call: string; reason: string };
}

/** The closed set of things that can go wrong; an unknown code cannot compile. */
export type ErrorCode = keyof ErrorFacts;

/** One error of a known code. */
export type AppErrorOf<C extends ErrorCode> = ErrorOf<C, ErrorFacts[C]>;

/** Any error a user can cause or act on. */
export type AppError = { [C in ErrorCode]: AppErrorOf<C> }[ErrorCode];

const list = new Intl.ListFormat('en-GB');

const messages: { [C in ErrorCode]: (facts: ErrorFacts[C]) => string } = {
  ...changeErrorMessages,
  'import/empty': ({ name }) =>
    `“${name}” is empty, so there is nothing to import. Check that the file was saved or copied completely.`,
  'import/binary': ({ name, kind }) =>
    `“${name}” is not text${kind === null ? '' : ` (it is ${kind})`}. Save its content as plain text, Markdown or HTML and import that.`,
  'import/unsupported': ({ name, kind }) =>
    `“${name}” is ${kind}, which Assay cannot import. Save it as plain text, Markdown or HTML and import that.`,
  'import/too-large': ({ name, size, limit }) =>
    `“${name}” has ${megabytes(size)}; the limit is ${megabytes(limit)}. Split it into smaller files and import those.`,
  'import/unreadable': ({ name, reason }) =>
    `“${name}” could not be read: ${reason}. Copy it to this computer's own disk and try again.`,
  'import/vanished': ({ name }) =>
    `“${name}” is no longer where it was chosen. It may have been moved, renamed or deleted; choose it again.`,
  'import/no-permission': ({ name }) =>
    `You have no permission to read “${name}”. Change its permissions, or copy it to a folder of yours and import that.`,
  'import/encoding': ({ name, tried }) =>
    `“${name}” is in no text encoding that Assay knows (tried ${tried}). Save it as UTF-8 and import it again.`,
  'import/no-text': ({ name }) =>
    `No readable text was found in “${name}”. If it is a web page, save it complete from the browser and import that.`,
  'import/malformed': ({ name, reason }) =>
    `“${name}” is damaged: ${reason}. Get an intact copy and import that.`,
  'import/too-complex': ({ name, limit }) =>
    `“${name}” was refused: reading it would need more than ${limit}. Save its text as plain text and import that.`,
  'import/cancelled': ({ name }) => `“${name}” was not imported because the import was cancelled.`,
  'import/expired-choice': () => 'This choice of files is no longer valid. Choose the files again.',
  'store/not-found': ({ path }) =>
    `There is no case at “${path}”. If it was moved or renamed, open it from its new place; if it is on another drive, connect that first.`,
  'store/not-a-case': ({ path }) =>
    `“${path}” is not an Assay case. Choose the folder that contains “case.json” and “journal”.`,
  'store/exists': ({ path }) =>
    `There is already something at “${path}”. Choose another name, or open it if it is the case you want.`,
  'store/locked': ({ path, owner }) =>
    `“${path}” is open in another window (${owner}). Close it there, or open it here read-only.`,
  'store/taken-over': ({ path, owner }) =>
    `“${path}” was taken over by another window (${owner}), so this change was not made. Every change before it is safe in the case.`,
  'store/read-only': ({ path }) =>
    `“${path}” can only be read here, so nothing was changed. Copy the case to a folder you may write to and open the copy.`,
  'store/newer-format': ({ path, found, supported }) =>
    `“${path}” was made by a newer Assay (format ${found}; this one knows ${supported}). Update Assay to work on it; nothing was changed.`,
  'store/damaged': ({ path, place }) =>
    `The case “${path}” is damaged at ${place}. Nothing was changed; restore a backup, or ask for help with a copy of the folder.`,
  'store/recoverable': ({ path, place }) =>
    `The journal of “${path}” is damaged at ${place}. Nothing was changed; open what can be recovered read-only, or recover it into a case to work on.`,
  'store/disk-full': ({ path }) =>
    `The disk that holds “${path}” is full, so the change was not made. Free some space and try again.`,
  'store/no-permission': ({ path }) =>
    `You have no permission to use “${path}” as a case. Change its permissions, or copy the case to a folder of yours.`,
  'store/read-failed': ({ path, reason }) =>
    `“${path}” could not be read: ${reason}. Nothing was changed. The disk may be failing: copy the folder to another one, as far as it can be read, and open the copy.`,
  'store/write-failed': ({ path, reason }) =>
    `“${path}” could not be written: ${reason}. The change was not made. Check the drive and try again, or save a copy of the case elsewhere.`,
  'store/copy-failed': ({ path, reason }) =>
    `The copy “${path}” was not made: ${reason}. Nothing was left there, and the case itself is as it was.`,
  'store/no-case-open': () => 'No case is open. Open or create one first.',
  'export/nothing-chosen': () =>
    'No document is chosen. Choose at least one document to report on.',
  'export/unknown-format': ({ format, known }) =>
    `There is no export format “${format.slice(0, 40)}”. Choose one of ${list.format(known)}.`,
  'export/exists': ({ names }) =>
    `${list.format(names.map((name) => `“${name}”`))} ${names.length === 1 ? 'is' : 'are'} there already and must not be replaced unasked, so nothing was exported. Choose another name.`,
  'export/too-large': ({ limit }) =>
    `The export was given up: it would need more than ${limit}. Choose fewer documents and export again.`,
  'export/write-failed': ({ path, reason }) =>
    `“${path}” could not be written: ${reason}. Nothing was exported, and what was there is as it was. Choose another place and export again.`,
  'export/gone': ({ name }) =>
    `“${name}” is no longer where it was exported to. It may have been moved, renamed or deleted; export again if you need it.`,
  'export/no-window-runtime': ({ reason }) =>
    `PDF needs the window's runtime, which is not available: ${reason}. Export HTML and print it from a browser instead.`,
  'call/unknown': ({ call }) =>
    `The window asked for “${call}”, which does not exist. Restart Assay.`,
  'call/invalid': ({ call, problem }) =>
    `The request “${call}” was refused: ${problem}. Nothing was changed.`,
  'call/failed': ({ call, reason }) =>
    `Something went wrong inside Assay (${call}: ${reason}). What was saved before is safe; close the case and open it again.`,
};

/** Makes an error from its code and facts, with the message the user will read. */
export function appError<C extends ErrorCode>(code: C, facts: ErrorFacts[C]): AppErrorOf<C> {
  return { code, facts, message: messages[code](facts) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
