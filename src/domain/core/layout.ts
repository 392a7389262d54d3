import { z } from 'zod';

/** What a stretch of a text and the place it has on a page have in common: `[start, end)` in UTF-16 units. */
const stretch = { start: z.int().min(0), end: z.int().min(0) };

/** A rectangle on a page around a stretch of the text. */
const LayoutBox = z.strictObject({
  ...stretch,
  /** Of its upper left corner from that of the page, in points (1/72 inch). */
  x: z.number(),
  y: z.number(),
  /** In points. */
  width: z.number().min(0),
  height: z.number().min(0),
});

/** One page, and what stands where on it. */
const LayoutPage = z
  .strictObject({
    ...stretch,
    /** In points. */
    width: z.number().positive(),
    height: z.number().positive(),
    boxes: z.array(LayoutBox),
  })
  .refine(({ start, end, boxes }) => areWithin(boxes, start, end), {
    message: 'the boxes of a page are of its own text',
  });

/**
 * Where a document's canonical text stands on the pages it was read from. Never changed afterwards, as the text itself.
 * Pages are in the order of the text and do not overlap in it; boxes may come in any order, as a page has them.
 */
export const DocumentLayout = z
  .strictObject({ version: z.literal(1), pages: z.array(LayoutPage) })
  .refine(({ pages }) => areInOrder(pages), { message: 'the pages are in the order of the text' });
export type DocumentLayout = z.infer<typeof DocumentLayout>;

/** Tells whether a layout can be of a text: no page of it reaches beyond the text's length in UTF-16 units. */
export function layoutFits({ pages }: DocumentLayout, length: number): boolean {
  return areWithin(pages, 0, length);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function areWithin(stretches: readonly Stretch[], first: number, last: number): boolean {
  return stretches.every(({ start, end }) => first <= start && start <= end && end <= last);
}

function areInOrder(pages: readonly Stretch[]): boolean {
  return pages.every(({ start, end }, index) => {
    const before = pages[index - 1]?.end ?? 0;
    return before <= start && start <= end;
  });
}
