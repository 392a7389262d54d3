/** Which lines of the code are tried where all of them would take too long. */
import { createHash } from 'node:crypto';

// Long enough for most statements to lie within one; a change that reaches over the end of its block is not tried.
const LINES_OF_BLOCK = 10;

/**
 * The blocks of a file that are tried when one in so many is: chosen by their place alone, so that they are the same ones
 * every time.
 * @param {string} file
 * @param {string} source
 * @param {number} oneIn
 * @returns {string[]} as Stryker takes them, such as `src/main/store/a.ts:11-20`
 */
export function blocksOf(file, source, oneIn) {
  const lines = source.split('\n').length;
  const blocks = Array.from({ length: Math.ceil(lines / LINES_OF_BLOCK) }, (_, index) => {
    const first = index * LINES_OF_BLOCK + 1;
    return `${file}:${first}-${first + LINES_OF_BLOCK - 1}`;
  });
  return blocks.filter((block) => numberOf(block) % oneIn === 0);
}

/** @param {string} text */
function numberOf(text) {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
