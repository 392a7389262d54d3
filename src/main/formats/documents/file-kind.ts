import { fileTypeFromBuffer } from 'file-type';
import { appError } from '../../../contract/errors.ts';
import type { AppErrorOf } from '../../../contract/errors.ts';

/** Documents people do try to import; the message says what each is in their words. */
const documentKinds = new Map([
  ['pdf', 'a PDF document'],
  ['rtf', 'an RTF document'],
  ['ps', 'a PostScript document'],
  ['xml', 'an XML file'],
  ['docx', 'a Word document (DOCX)'],
  ['doc', 'a Word document (DOC)'],
  ['odt', 'an OpenDocument text (ODT)'],
  ['xlsx', 'an Excel workbook (XLSX)'],
  ['pptx', 'a PowerPoint presentation (PPTX)'],
  ['epub', 'an EPUB book'],
  ['cfb', 'a file of an older Microsoft Office'],
]);

/** Formats whose files can consist of printable characters only, by how they begin. */
const printableKinds = [
  { pattern: /^%PDF-/, extension: 'pdf' },
  { pattern: /^\{\\rtf/, extension: 'rtf' },
  { pattern: /^%!PS/, extension: 'ps' },
] as const;

/** Refuses text that is really the source of another format; null if it is not. */
export function refusePrintable(
  text: string,
  name: string,
): AppErrorOf<'import/unsupported'> | null {
  const found = printableKinds.find(({ pattern }) => pattern.test(text))?.extension;
  const kind = found ?? (isForeignXml(text) ? 'xml' : null);
  return kind === null
    ? null
    : appError('import/unsupported', { name, kind: documentKinds.get(kind) ?? kind });
}

/** Feeds and office formats would import as a page of tags; XHTML begins the same way and is welcome. */
function isForeignXml(text: string): boolean {
  // The document type or the root of a page stands near its start, whatever comments are before it.
  return /^\s*<\?xml\s/.test(text) && !/<(?:!doctype\s+)?html[\s>]/i.test(text.slice(0, 4096));
}

/** Names what non-text bytes are: `import/unsupported` for known documents, `import/binary` for everything else. */
export async function refuseBinary(
  bytes: Uint8Array,
  name: string,
): Promise<AppErrorOf<'import/unsupported'> | AppErrorOf<'import/binary'>> {
  const extension = await recognised(bytes);
  const kind = extension === null ? undefined : documentKinds.get(extension);
  if (kind !== undefined) {
    return appError('import/unsupported', { name, kind });
  }
  return appError('import/binary', {
    name,
    kind: extension === null ? null : `a file of the kind ${extension.toUpperCase()}`,
  });
}

async function recognised(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext ?? null;
  } catch {
    // A truncated archive makes the recogniser fail; it is binary all the same.
    return null;
  }
}
