import { type ReliabilityGrade, reliabilityOf } from '../../../domain/analysis/attribution.ts';
import { type TrackRecord, trackRecord } from '../../../domain/analysis/track-record.ts';
import { type CaseView, isRecord } from '../../../domain/core/case-state.ts';
import type { AnyId, SourceId } from '../../../domain/core/ids.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import type { Source } from '../../../domain/records/source/record.ts';
import { RowSource, useRows } from '../../state/rows.ts';

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

/** The rows of every source, kept between screens. */
export const sourceRows = new RowSource<'source', SourceRow>({ type: 'source', prepare, affected });

/** Every source as a row. */
export function useSourceRows(): readonly SourceRow[] {
  return useRows(sourceRows);
}

/** Starts making source rows. */
export function prepare(view: CaseView): (source: Source) => SourceRow {
  return (source) => ({
    id: source.id,
    source,
    letter: reliabilityOf(view, source.id),
    ratings: [...view.referring(source.id, 'rating')].length,
    parent: source.parent === null ? '' : (view.get(source.parent)?.name ?? ''),
    record: trackRecord(view, source.id),
  });
}

/** The records that show something of the given one in their source rows. */
export function affected(changed: AnyRecord, view: CaseView): Iterable<AnyId> {
  switch (changed.type) {
    case 'source':
      return view.referrers(changed.id);
    case 'claim':
      return changed.attribution.map((hop) => hop.source);
    case 'rating':
      return [changed.subject, ...sourcesOf(view, changed.subject)];
    case 'document':
      return [...view.referrers(changed.id)].flatMap((id) => sourcesOf(view, id));
    case 'case':
    case 'analyst':
    case 'highlight':
    case 'tag':
    case 'link':
      return [];
  }
}

function sourcesOf(view: CaseView, id: AnyId): SourceId[] {
  const record = view.get(id);
  return isRecord(record, 'claim') ? record.attribution.map((hop) => hop.source) : [];
}
