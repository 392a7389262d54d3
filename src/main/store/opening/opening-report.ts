import { type FileFault, type RecoveryReport, emptyReport } from '../../../contract/recovery.ts';
import { currentFormat } from '../../migrations/registry.ts';
import { caseFile } from '../disk/case-folder.ts';
import { recordsOfDocument } from '../../../domain/records/residence.ts';
import type { LoadedCase } from './load-case.ts';

/** What reading a case found, before anything is done about it: the records are all there. */
export function reportOf(loaded: LoadedCase, now: Date): RecoveryReport {
  const { unusable, tail, format } = loaded;
  const report = emptyReport(now.toISOString());
  const lost = tail.torn?.ended === true ? tail.mark.seq + 1 : null;
  return {
    ...report,
    found: [...unusable, ...tornFault(loaded)],
    rebuilt: rebuilt(loaded),
    missing: {
      ...report.missing,
      // A whole line once, as far as anybody can tell: then it was a change that somebody made.
      changes: lost === null ? [] : [{ from: lost, to: lost, isHeld: false }],
    },
    newerFormat: format > currentFormat ? format : null,
  };
}

function tornFault({ tail: { torn } }: LoadedCase): FileFault[] {
  if (torn === null) return [];
  const { segment, line, ended } = torn;
  return [{ file: `journal/${segment.name}`, line, problem: ended ? 'damaged' : 'incomplete' }];
}

function rebuilt({ state, unusable, lost, tail }: LoadedCase): RecoveryReport['rebuilt'] {
  if (unusable.length === 0) return { records: 0, changes: 0 };
  const isAll = unusable.some(({ file }) => file === caseFile);
  const records = isAll
    ? state.size
    : [...lost].reduce((sum, id) => sum + [...recordsOfDocument(state, id)].length, 0);
  return { records, changes: tail.mark.seq };
}
