import { z } from 'zod';
import { tlp } from '../../scales/tlp.ts';
import { recordId } from '../../core/record-id.ts';
import { brief } from '../../core/brief.ts';
import type { RecordDefinition } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';
import { termOf, valuesOf } from '../vocabulary.ts';

/** The id of a case. */
export const CaseId = recordId('case');
export type CaseId = z.infer<typeof CaseId>;

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
export const caseDefinition: RecordDefinition<'case', CaseRecord> = {
  type: 'case',
  name: 'Case',
  schema: CaseRecord,
  references: [],
  home: 'case',
  title: ({ name }) => brief(name),
  fields: ({ name, question, tlp: marking, sourceSummary }) => [
    { label: 'Name', words: name },
    { label: 'Question', words: question },
    { label: 'Marking', words: termOf(tlp, marking).label },
    { label: 'Summary of sources', words: sourceSummary },
  ],
};
