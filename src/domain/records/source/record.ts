import { z } from 'zod';
import { recordId } from '../../core/record-id.ts';
import { brief } from '../../core/brief.ts';
import { type RecordDefinition, wordsOr } from '../definition.ts';
import { ShortNumber } from '../../core/short-number.ts';
import { Stamp } from '../../core/stamp.ts';
import { sourceKinds, termOf, valuesOf } from '../vocabulary.ts';

/** The id of a source. */
export const SourceId = recordId('source');
export type SourceId = z.infer<typeof SourceId>;

/** Whoever asserts. */
export const Source = z.strictObject({
  type: z.literal('source'),
  id: SourceId,
  number: ShortNumber,
  created: Stamp,
  name: z.string().min(1),
  kind: z.enum(valuesOf(sourceKinds)),
  aliases: z.array(z.string().min(1)),
  /** A paper's owner, an official's ministry. */
  parent: SourceId.nullable(),
  /** ICD 206's source descriptor: what affects the quality of what it says. */
  descriptor: z.strictObject({ access: z.string(), record: z.string(), bias: z.string() }),
  note: z.string(),
});
export type Source = z.infer<typeof Source>;

/** What the case has to know of a source. */
export const sourceDefinition: RecordDefinition<'source', Source> = {
  type: 'source',
  name: 'Source',
  letter: 'S',
  schema: Source,
  references: [
    {
      field: 'parent',
      targets: ['source'],
      isTree: true,
      ids: ({ parent }) => (parent === null ? [] : [parent]),
      without: (source) => ({ ...source, parent: null }),
    },
  ],
  home: 'case',
  title: ({ name }) => brief(name),
  fields: (source, nameOf) => [
    { label: 'Name', words: source.name },
    { label: 'Kind', words: termOf(sourceKinds, source.kind).label },
    { label: 'Aliases', words: source.aliases },
    { label: 'Belongs to', words: wordsOr(source.parent, nameOf) },
    { label: 'Access', words: source.descriptor.access },
    { label: 'Record', words: source.descriptor.record },
    { label: 'Bias', words: source.descriptor.bias },
    { label: 'Note', words: source.note },
  ],
  // Aliases are a set, but of words: the rule on references cannot see to it.
  problem: ({ aliases }) =>
    new Set(aliases).size < aliases.length ? 'has the same alias twice' : null,
};
