import * as all from './all.ts';
import type { DocumentFormat } from './format.ts';
import type { FileFacts } from './read-document.ts';

/** Every format that documents can be imported from, in the order of lists. */
export const documentFormats: readonly DocumentFormat[] = Object.values<DocumentFormat>(
  all,
).toSorted((a, b) => a.position - b.position);

/** Tells whether a file is called as those of a format are, in upper or lower case, or was given as one. */
export function isNamedAs(
  { extensions, mediaTypes }: DocumentFormat,
  { name, mediaType }: FileFacts,
): boolean {
  // A name that is nothing but a dot and a word, such as `.html`, has no extension.
  const extension = /[^.\\/]\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase();
  const isExtension = extension !== undefined && extensions.includes(extension);
  return isExtension || (mediaType !== null && mediaTypes.includes(mediaType));
}

/** The extension that files of a format usually have; `bin` for a format that is not known here. */
export function usualExtension(id: string): string {
  return documentFormats.find((format) => format.id === id)?.extensions[0] ?? 'bin';
}
