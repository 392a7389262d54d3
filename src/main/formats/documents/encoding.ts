import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { Result } from '../../../domain/core/result.ts';
import { detectSingleByte } from './single-byte.ts';
import { detectUtf16 } from './utf16.ts';

/** A file's characters, newlines as `\n`, without a leading byte order mark and without U+0000. */
export interface DecodedText {
  readonly text: string;
  /** The encoding by its WHATWG name, such as `windows-1256`. */
  readonly encoding: string;
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Where the HTML standard tells browsers to look for `<meta charset>`. */
const metaPrescanBytes = 1024;

/**
 * Decodes an item: byte order mark, else UTF-16 by its control bytes, else strict UTF-8, else the charset an HTML page
 * declares, else Windows-1251, 1256 or 1252 by plausibility. Fails with `import/encoding`, with `import/malformed`
 * where a byte order mark promises what the bytes do not keep, and with `import/binary` where they are no text at all.
 */
export function decodeBytes(bytes: Uint8Array, name: string): Result<DecodedText, AppError> {
  const mark = byteOrderMarks.find((candidate) =>
    candidate.bytes.every((byte, index) => bytes[index] === byte),
  );
  if (mark !== undefined) {
    const text = decodeStrictly(bytes.subarray(mark.bytes.length), mark.encoding);
    return text === null
      ? err(
          appError('import/malformed', {
            name,
            reason: `it is marked as ${mark.encoding} but breaks its rules`,
          }),
        )
      : checked(text, mark.encoding, name);
  }
  // Asked before UTF-8: UTF-16 of Latin letters is valid UTF-8 with a zero in every other place.
  if (hasControlBytes(bytes)) {
    const encoding = detectUtf16(bytes);
    const text = encoding === null ? null : decodeStrictly(bytes, encoding);
    return encoding === null || text === null
      ? err(appError('import/binary', { name, kind: null }))
      : checked(text, encoding, name);
  }
  const text = decodeStrictly(bytes, 'utf-8');
  if (text !== null) {
    return checked(text, 'utf-8', name);
  }
  // A declaration is believed only now: pages that were saved or served anew often keep one that is no longer true.
  const encoding = declaredCharset(bytes) ?? detectSingleByte(bytes);
  const decoded = encoding === null ? null : decodeStrictly(bytes, encoding);
  return encoding === null || decoded === null
    ? err(
        appError('import/encoding', { name, tried: 'UTF-8, UTF-16, Windows-1251, 1252 and 1256' }),
      )
    : checked(decoded, encoding, name);
}

/**
 * Tells whether bytes hold control characters other than white space. Every UTF-16 text does (its spaces, newlines or
 * U+3002 contain a byte below 3); no text in UTF-8 or with one byte a character does.
 */
function hasControlBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    // `fatal` throws where the default would put U+FFFD for every byte that fits nothing. `ignoreBOM` keeps a mark in
    // place: the one at the start is cut off already, and any other is a character of the text.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredCharset(bytes: Uint8Array): string | null {
  // Latin-1 decodes any bytes at all, and a declaration is ASCII in every encoding that can be declared so.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, metaPrescanBytes));
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) {
    return null;
  }
  try {
    const { encoding } = new TextDecoder(label);
    // The decoder knows the labels of the WHATWG standard and gives the name of each. A page that calls itself UTF-8
    // and is not has told nothing; UTF-16 cannot be what this label was read in.
    return encoding.startsWith('utf-') ? null : encoding;
  } catch {
    return null;
  }
}

function checked(text: string, encoding: string, name: string): Result<DecodedText, AppError> {
  // U+0000 ends a text for many a program, so a text that has it is data.
  if (text.includes('\0')) {
    return err(appError('import/binary', { name, kind: null }));
  }
  return ok({ text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, encoding });
}
