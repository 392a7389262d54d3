import type { Range } from './graphemes.ts';

/** Something that lies over a text: its stretches in order, in UTF-16 units. */
interface Spanned {
  readonly spans: readonly Range[];
}

/** Where it begins. */
export function startOf({ spans }: Spanned): number {
  return spans[0]?.start ?? 0;
}

/** Where it ends. */
export function endOf({ spans }: Spanned): number {
  return spans.at(-1)?.end ?? 0;
}

/** Orders things as a reader meets them: by first word; of two that begin together, the longer first; then by their ids. */
export function byPlace(
  a: Spanned & { readonly id: string },
  b: Spanned & { readonly id: string },
): number {
  return (
    startOf(a) - startOf(b) || endOf(b) - endOf(a) || Number(a.id > b.id) - Number(a.id < b.id)
  );
}
