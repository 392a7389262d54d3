/** The two byte orders of UTF-16, by their WHATWG names. */
export type Utf16 = 'utf-16le' | 'utf-16be';

interface Candidate {
  readonly encoding: Utf16;
  readonly text: string;
  readonly familiar: number;
  readonly rows: number;
}

/** Enough to tell the byte order; judging a whole book would only cost time. */
const sampledUnits = 20_000;

/**
 * One unit in fifty is a space, a newline, ASCII or East Asian punctuation in any real text (a Chinese sentence has
 * a comma every dozen characters); data that merely decodes has far fewer.
 */
const leastFamiliarShare = 1 / 50;

/**
 * Finds the byte order of UTF-16 without a byte order mark, or null if the bytes are not UTF-16 text.
 * Read in the wrong order, a space becomes U+2000 and the letters of one script scatter over many rows of 256.
 */
export function detectUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) {
    return null;
  }
  const candidates = [judge(bytes, 'utf-16le'), judge(bytes, 'utf-16be')].filter(
    (candidate) => candidate !== null,
  );
  candidates.sort((a, b) => b.familiar - a.familiar || a.rows - b.rows);
  return candidates[0]?.encoding ?? null;
}

function judge(bytes: Uint8Array, encoding: Utf16): Candidate | null {
  const text = decodeSample(bytes, encoding);
  // Control characters, private use and what no standard assigns: a text has none of these but white space and marks of
  // format.
  if (text === null || /[^\P{C}\p{Cf}\t\n\v\f\r]/u.test(text)) {
    return null;
  }
  const familiar = text.match(/[\t\n\r\u0020-\u007E\u3001\u3002\uFF0C\uFF1A]/g)?.length ?? 0;
  // The high bytes: letters of one alphabet share one of them, or a few.
  const rows = new Set(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) >> 8),
  ).size;
  const enough = familiar >= text.length * leastFamiliarShare || rows === 1;
  return enough ? { encoding, text, familiar, rows } : null;
}

function decodeSample(bytes: Uint8Array, encoding: Utf16): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(0, sampledUnits * 2),
      // A sample may end within a surrogate pair, which without this would count as a mistake.
      { stream: true },
    );
  } catch {
    return null;
  }
}
