import type { CaseStore } from '../store/case-store.ts';

/** The id under which this machine remembers how a case's screens were left: the case keeps it wherever it is moved. */
export function caseKey(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.id ?? store.path;
}

/** The name of an open case. */
export function caseName(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.name ?? '';
}

// File systems end a name at 255 bytes; what is put around this one, such as the moment of a copy, its ending and the mark of
// what is not finished, takes up to 75 of them.
const longestName = 160;

// Windows takes these for devices, whatever ending they have.
const devices = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?=\.|$)/i;

/** A name as a file may have it on any system: what file systems refuse becomes a space, and what is too long is cut off. */
export function fileNameOf(name: string): string {
  // These are the characters that Windows refuses, slashes and control characters among them: a case may be carried to
  // any system.
  const clean = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .replace(devices, '$&_');
  return beginningOf(clean, longestName).trimEnd() || 'Case';
}

/** As much of a text, from its beginning, as takes no more than so many bytes in UTF-8; what is read as one letter stays whole. */
function beginningOf(text: string, bytes: number): string {
  let beginning = '';
  let left = bytes;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    beginning += segment;
  }
  return beginning;
}
