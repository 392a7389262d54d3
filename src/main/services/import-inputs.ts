import { basename } from 'node:path';
import { maximumImportBytes } from '../../contract/imports.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import {
  type FolderListing,
  listFolder,
  readFileForImport,
} from '../formats/documents/import-file.ts';
import type { ImportInput } from './import-documents.ts';
import { fileNameOf } from './open-case.ts';

/** A file on disk as something to import. */
export function fileInput(path: string): ImportInput {
  return {
    name: basename(path),
    load: async () => {
      const file = await readFileForImport(path);
      return file.ok ? ok(file.value.bytes) : file;
    },
  };
}

/** Bytes that are already here, such as a dropped file, as something to import; too many are refused as of a file. */
export function bytesInput(name: string, bytes: Uint8Array): ImportInput {
  const size = bytes.length;
  const limit = maximumImportBytes;
  const loaded =
    size > limit ? err(appError('import/too-large', { name, size, limit })) : ok(bytes);
  return { name, load: () => Promise.resolve(loaded) };
}

/** Text that was pasted as something to import: a text file called after its title. */
export function pastedInput(title: string, text: string): ImportInput {
  const name = `${fileNameOf(title === '' ? 'Pasted text' : title)}.txt`;
  return bytesInput(name, new TextEncoder().encode(text));
}

/** What is in a folder as things to import. */
export async function inputsOf(folder: string): Promise<Result<ImportInput[], AppError>> {
  const listed = await listFolder(folder);
  return listed.ok ? ok(folderInputs(listed.value)) : listed;
}

/** The files of a folder as things to import; what had to be left out fails by name, except what is hidden. */
export function folderInputs({ files, skipped }: FolderListing): ImportInput[] {
  const left = skipped
    .filter(({ reason }) => reason !== 'hidden')
    .map(({ path, reason }): ImportInput => {
      const name = basename(path);
      const error =
        reason === 'unreadable'
          ? appError('import/no-permission', { name })
          : appError('import/unreadable', {
              name,
              reason: `it is not a file but a ${skippedKinds[reason]}`,
            });
      return { name, load: () => Promise.resolve(err(error)) };
    });
  return [...files.map(fileInput), ...left];
}

const skippedKinds = { hidden: 'hidden file', link: 'link', special: 'device' } as const;
