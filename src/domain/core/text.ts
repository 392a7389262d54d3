import { z } from 'zod';

/**
 * A block of canonical text: `[start, end)` in UTF-16 units. Blocks are in order, do not overlap and do not
 * contain the newlines that separate them; text outside blocks is white space only.
 */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.int().min(1).max(6),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('list-item'),
    /** Nesting, from 1. */
    depth: z.int().min(1),
    /** What stands before the item: "•" or "3."; not part of the text. */
    marker: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
  z.strictObject({
    kind: z.enum(['paragraph', 'quote', 'code']),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
]);
export type Block = z.infer<typeof Block>;

/** What an importer extracted: text with `\n` newlines, never Unicode-normalised, never changed afterwards. */
export const DocumentText = z.strictObject({ text: z.string(), blocks: z.array(Block) });
export type DocumentText = z.infer<typeof DocumentText>;
