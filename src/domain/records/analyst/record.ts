import { z } from 'zod';
import { AnalystId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';

/** A person who works on the case. */
export const Analyst = z.strictObject({
  type: z.literal('analyst'),
  id: AnalystId,
  name: z.string().min(1),
});
export type Analyst = z.infer<typeof Analyst>;

/** What the case has to know of an analyst. */
export const analystDefinition = defineRecord({ type: 'analyst', schema: Analyst, references: [] });
