import { z } from 'zod';
import { recordId } from '../../core/record-id.ts';
import { DocumentId } from '../document/record.ts';
import { TagId } from '../tag/record.ts';
import { exactWords } from '../../anchoring/words.ts';
import { brief } from '../../core/brief.ts';
import type { RecordDefinition } from '../definition.ts';
import { Span } from '../../core/span.ts';
import { Stamp } from '../../core/stamp.ts';

/** The id of a highlight. */
export const HighlightId = recordId('highlight');
export type HighlightId = z.infer<typeof HighlightId>;

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
export const highlightDefinition: RecordDefinition<'highlight', Highlight> = {
  type: 'highlight',
  name: 'Highlight',
  schema: Highlight,
  references: [
    {
      field: 'document',
      targets: ['document'],
      ids: ({ document }) => [document],
      // A highlight is nothing without its text.
      without: () => null,
    },
    {
      field: 'tags',
      targets: ['tag'],
      isSet: true,
      ids: ({ tags }) => tags,
      without: (highlight, gone) => ({
        ...highlight,
        tags: highlight.tags.filter((tag) => !gone.has(tag)),
      }),
    },
  ],
  home: { with: 'document' },
  owners: ['document'],
  title: (highlight) => brief(exactWords(highlight)),
  fields: (highlight, nameOf) => [
    { label: 'Words', words: exactWords(highlight) },
    { label: 'In', words: nameOf(highlight.document) },
    { label: 'Tags', words: highlight.tags.map(nameOf) },
    { label: 'Note', words: highlight.note },
  ],
  unseenChange: 'moved to the same words elsewhere',
  spans: ({ document, spans }) => spans.map((span) => ({ document, span })),
  // Order lets a text be gone through once with its highlights.
  problem: ({ spans }) =>
    spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0))
      ? 'has spans that overlap or are out of order'
      : null,
};
