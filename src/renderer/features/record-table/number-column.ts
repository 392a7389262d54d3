import { type NumberedType, type RecordOf, shortName } from '../../../domain/records/registry.ts';
import type { TableColumn } from '../../ui/table/index.ts';

/** The column of the short number that the record of each row has; unlike other figures it is searched for. */
export function numberColumn<R>(
  width: number,
  recordOf: (row: R) => RecordOf[NumberedType],
): TableColumn<R> {
  return {
    id: 'number',
    label: 'No.',
    kind: 'number',
    width,
    isSearched: true,
    text: (row) => shortName(recordOf(row)),
    number: (row) => recordOf(row).number,
  };
}
