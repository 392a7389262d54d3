import { type RecoveryReport, emptyReport } from '../../../contract/recovery.ts';

/** What opening a case found, which is nothing but what is named. */
export function aReport(fields: Partial<RecoveryReport> = {}): RecoveryReport {
  return { ...emptyReport('2026-03-15T12:00:00.000Z'), ...fields };
}
