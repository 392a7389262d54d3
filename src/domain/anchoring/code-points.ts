/** Counts the Unicode code points before a UTF-16 offset, as interchange formats count positions. */
export function codePointOffset(text: string, offset: number): number {
  let count = 0;
  for (let index = 0; index < offset; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}
