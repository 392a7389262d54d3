import { z } from 'zod';

/**
 * A stretch of a document's canonical text. Offsets are UTF-16 units, end exclusive, on grapheme
 * boundaries. `exact` equals the text between them; `prefix` and `suffix` are up to 32 units around it
 * (the selectors of the W3C Web Annotation model, in UTF-16 instead of code points).
 */
export const Span = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  })
  .refine((span) => span.end - span.start === span.exact.length, {
    message: 'a span is as long as its quote',
  });
export type Span = z.infer<typeof Span>;

/** A stretch of text by its UTF-16 offsets alone, as a selection gives it; end exclusive. */
export const TextRange = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine((range) => range.start < range.end, { message: 'a range holds at least one unit' });
export type TextRange = z.infer<typeof TextRange>;
