import { z } from 'zod';
import { AnalystId } from '../records/analyst/record.ts';

/** When a record came into the case (ISO 8601, UTC, milliseconds) and by whose hand. */
export const Stamp = z.strictObject({ at: z.iso.datetime({ precision: 3 }), by: AnalystId });
export type Stamp = z.infer<typeof Stamp>;
