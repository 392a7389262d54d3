import { z } from 'zod';
import { recordId } from '../../core/record-id.ts';
import { brief } from '../../core/brief.ts';
import { type RecordDefinition, wordsOr } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';

/** The id of a tag. */
export const TagId = recordId('tag');
export type TagId = z.infer<typeof TagId>;

/** The hues of the tag palette in words, from the first on; `ui/tokens.css` gives each its wash and ink. */
export const colourNames = [
  ...['Orange', 'Sky', 'Green', 'Yellow'],
  ...['Blue', 'Vermilion', 'Purple', 'Grey'],
] as const;

/** How many hues the tag palette has. */
export const tagColours = colourNames.length;

/** An entry of the case's codebook, put on highlights and claims. */
export const Tag = z.strictObject({
  type: z.literal('tag'),
  id: TagId,
  created: Stamp,
  name: z.string().min(1),
  parent: TagId.nullable(),
  /** Rank among its siblings; smaller comes first. */
  position: z.number(),
  /** Index into the palette, from 1. */
  colour: z.int().min(1).max(tagColours),
  definition: z.string(),
  /** The digit that puts it on a selection, or null. */
  key: z
    .string()
    .regex(/^[0-9]$/)
    .nullable(),
});
export type Tag = z.infer<typeof Tag>;

/** What the case has to know of a tag. */
export const tagDefinition: RecordDefinition<'tag', Tag> = {
  type: 'tag',
  name: 'Tag',
  schema: Tag,
  references: [
    {
      field: 'parent',
      targets: ['tag'],
      isTree: true,
      ids: ({ parent }) => (parent === null ? [] : [parent]),
      // Commands move children up first where the analyst wants to keep them.
      without: () => null,
    },
  ],
  home: 'case',
  title: ({ name }) => brief(name),
  fields: (tag, nameOf) => [
    { label: 'Name', words: tag.name },
    { label: 'Under', words: wordsOr(tag.parent, nameOf) },
    { label: 'Colour', words: colourNames[tag.colour - 1] ?? '' },
    { label: 'Definition', words: tag.definition },
    { label: 'Key', words: tag.key ?? '' },
  ],
  unseenChange: 'moved among its neighbours',
};
