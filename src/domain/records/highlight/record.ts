import { z } from 'zod';
import { DocumentId, HighlightId, TagId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Span } from '../../core/span.ts';
import { Stamp } from '../../core/stamp.ts';

/** One or more spans of a document's text; spans are in order and do not overlap each other. */
export const Highlight = z.strictObject({
  type: z.literal('highlight'),
  id: HighlightId,
  created: Stamp,
  document: DocumentId,
  spans: z.array(Span).min(1),
  tags: z.array(TagId),
  note: z.string(),
});
export type Highlight = z.infer<typeof Highlight>;

/** What the case has to know of a highlight. */
export const highlightDefinition = defineRecord({
  type: 'highlight',
  schema: Highlight,
  references: [
    {
      field: 'document',
      targets: ['document'],
      ids: ({ document }) => [document],
      without: () => null,
    },
    {
      field: 'tags',
      targets: ['tag'],
      ids: ({ tags }) => tags,
      without: (highlight, gone) => ({
        ...highlight,
        tags: highlight.tags.filter((tag) => !gone.has(tag)),
      }),
    },
  ],
});
