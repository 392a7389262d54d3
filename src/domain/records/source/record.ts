import { z } from 'zod';
import { SourceId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';
import { sourceKinds, valuesOf } from '../vocabulary.ts';

/** Whoever asserts. */
export const Source = z.strictObject({
  type: z.literal('source'),
  id: SourceId,
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
export const sourceDefinition = defineRecord({
  type: 'source',
  schema: Source,
  references: [
    {
      field: 'parent',
      targets: ['source'],
      ids: ({ parent }) => (parent === null ? [] : [parent]),
      without: (source) => ({ ...source, parent: null }),
    },
  ],
});
