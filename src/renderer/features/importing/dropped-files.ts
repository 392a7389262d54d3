import { type ImportOutcome, maximumImportBytes } from '../../../contract/imports.ts';
import { appError } from '../../../contract/errors.ts';

/** What a drop holds, taken at the moment of the drop: afterwards the browser empties it. */
export type DroppedFiles = readonly (FileSystemEntry | File)[];

/** Takes what was dropped out of the event. Must be called before the handler of the drop ends. */
export function droppedFiles(transfer: DataTransfer): DroppedFiles {
  // An entry can be walked through; a file that has none comes as it is.
  return [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((dropped) => dropped !== null);
}

/** Reads dropped files, walking through folders; files that cannot be read or are too large are refused by name. */
export async function readDropped(dropped: DroppedFiles): Promise<{
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  refused: ImportOutcome[];
}> {
  const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const refused: ImportOutcome[] = [];
  for (const file of await filesIn(dropped, refused)) {
    const { name, size } = file;
    // Refused before it is read: its bytes would cross to the main process only to be refused there (`adr/0004`).
    if (size > maximumImportBytes) {
      const error = appError('import/too-large', { name, size, limit: maximumImportBytes });
      refused.push({ name, status: 'failed', error });
      continue;
    }
    try {
      files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // The browser does not say why a file cannot be read; mostly it was moved since.
      refused.push(vanished(name));
    }
  }
  return { files, refused };
}

// What cannot be read, be it one file or a whole folder, is refused by name, and keeps nothing else from being read.
async function filesIn(dropped: DroppedFiles, refused: ImportOutcome[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of dropped) {
    try {
      if (entry instanceof File) files.push(entry);
      else if (isFile(entry)) files.push(await fileOf(entry));
      else if (isFolder(entry)) files.push(...(await filesIn(await entriesOf(entry), refused)));
    } catch {
      refused.push(vanished(entry.name));
    }
  }
  return files;
}

function vanished(name: string): ImportOutcome {
  return { name, status: 'failed', error: appError('import/vanished', { name }) };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

// A reader hands out a folder in pieces and is done when a piece is empty.
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (piece.length === 0) break;
    entries.push(...piece);
  }
  // Hidden files are left out without a word, as from a folder that is chosen.
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
