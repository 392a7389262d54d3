/** A text as it is compared when somebody types part of it: without case, accents and compatibility forms. Never shown. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
