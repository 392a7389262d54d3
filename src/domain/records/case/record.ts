import { z } from 'zod';
import { tlp } from '../../scales/tlp.ts';
import { CaseId } from '../../core/ids.ts';
import { defineRecord } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';
import { valuesOf } from '../vocabulary.ts';

/** One investigation; a case holds exactly one of these. */
export const CaseRecord = z.strictObject({
  type: z.literal('case'),
  id: CaseId,
  created: Stamp,
  name: z.string().min(1),
  /** The question the case is to answer. */
  question: z.string(),
  tlp: z.enum(valuesOf(tlp)),
  /** ICD 206: what a reader must know of the sources as a whole. */
  sourceSummary: z.string(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** What the case has to know of the case’s own record. */
export const caseDefinition = defineRecord({ type: 'case', schema: CaseRecord, references: [] });
