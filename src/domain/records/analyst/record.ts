import { z } from 'zod';
import { recordId } from '../../core/record-id.ts';
import { brief } from '../../core/brief.ts';
import type { RecordDefinition } from '../definition.ts';

/** The id of an analyst. */
export const AnalystId = recordId('analyst');
export type AnalystId = z.infer<typeof AnalystId>;

/** A person who works on the case. */
export const Analyst = z.strictObject({
  type: z.literal('analyst'),
  id: AnalystId,
  name: z.string().min(1),
});
export type Analyst = z.infer<typeof Analyst>;

/** What the case has to know of an analyst. */
export const analystDefinition: RecordDefinition<'analyst', Analyst> = {
  type: 'analyst',
  name: 'Analyst',
  schema: Analyst,
  references: [],
  home: 'case',
  title: ({ name }) => brief(name),
  fields: ({ name }) => [{ label: 'Name', words: name }],
};
