import { type ReliabilityGrade, reliabilityOf } from '../../../domain/analysis/attribution.ts';
import { type TrackRecord, trackRecord } from '../../../domain/analysis/track-record.ts';
import type { CaseView } from '../../../domain/core/case-state.ts';
import type { Source, SourceId } from '../../../domain/records/source/record.ts';
import { type RowPlan, RowSource, useRows } from '../../state/rows.ts';

/** A source with all that the table of sources shows of it. */
export interface SourceRow {
  readonly id: SourceId;
  readonly source: Source;
  /** The letter that holds; null: not rated. */
  readonly letter: ReliabilityGrade | null;
  /** How often it was rated. */
  readonly ratings: number;
  /** The name of the source it belongs to; empty if to none. */
  readonly parent: string;
  readonly record: TrackRecord;
}

/** How a source becomes a row. */
export const sourceRowPlan: RowPlan<'source', SourceRow> = { type: 'source', row: rowOf };

/** The rows of every source, kept between screens. */
export const sourceRows = new RowSource(sourceRowPlan);

/** Every source as a row. */
export function useSourceRows(): readonly SourceRow[] {
  return useRows(sourceRows);
}

function rowOf(view: CaseView, source: Source): SourceRow {
  return {
    id: source.id,
    source,
    letter: reliabilityOf(view, source.id),
    ratings: [...view.referring(source.id, 'rating')].length,
    parent: source.parent === null ? '' : (view.get(source.parent)?.name ?? ''),
    record: trackRecord(view, source.id),
  };
}
