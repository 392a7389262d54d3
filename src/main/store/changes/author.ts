import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Analyst } from '../../../domain/records/analyst/record.ts';
import { IdSource } from '../disk/ids.ts';

/** The analyst of a name as a case knows them, or as it will once they have changed something in it. */
export function authorOf(view: CaseView, name: string, now: () => Date): Analyst {
  for (const analyst of view.all('analyst')) if (analyst.name === name) return analyst;
  return { type: 'analyst', id: new IdSource(now).next('analyst'), name };
}
