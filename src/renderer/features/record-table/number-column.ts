import { type NumberedType, type RecordOf, shortName } from '../../../domain/records/registry.ts';
import { numbersMeant } from '../../../domain/records/typed-number.ts';
import type { RowTest, TableColumn } from '../../ui/table/index.ts';

/**
 * The column of the short number that the record of each row has. The search finds a number as a whole: C1 is not C10. Digits
 * alone are words like others.
 */
export function numberColumn<R>(
  width: number,
  recordOf: (row: R) => RecordOf[NumberedType],
): TableColumn<R> {
  return {
    id: 'number',
    label: 'No.',
    kind: 'number',
    width,
    searched: (row) => String(recordOf(row).number),
    called: (typed) => calledByNumber(typed, (row) => [shortName(recordOf(row))]),
    text: (row) => shortName(recordOf(row)),
    number: (row) => recordOf(row).number,
  };
}

/** The test for rows with a short number that was typed; null if none was. */
export function calledByNumber<R>(
  typed: string,
  numbersOf: (row: R) => readonly string[],
): RowTest<R> | null {
  const meant = numbersMeant(typed).map(({ name }) => name);
  return meant.length === 0 ? null : (row) => numbersOf(row).some((name) => meant.includes(name));
}
