/**
 * Makes the conversion of a text's UTF-16 offsets to code points, as interchange formats count: one pass over the
 * text, then a binary search for each offset, so that ten thousand highlights cost no more than reading it once.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  // Where the second unit of each surrogate pair stands: so many units more than code points there are before an
  // offset.
  const secondHalves: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) secondHalves.push(match.index + 1);
  return (offset) => offset - countBelow(secondHalves, offset);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
