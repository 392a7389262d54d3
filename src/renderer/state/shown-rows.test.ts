import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { caseReplica } from './replica.ts';
import { RowSource, prepareRows, useRows } from './rows.ts';
import { draw } from './testing/drawn.ts';
import { aSnapshot, changed, follow, held } from './testing/shown-case.ts';

const builder = new CaseBuilder();
const reuters = builder.source('Reuters');
builder.source('Gazette');
const document = builder.document('words');
const records = [...builder.view().records()];

function rowsOf(type: 'source' | 'document') {
  return new RowSource({
    type,
    row: (_, record) => (record.type === 'source' ? record.name : record.title),
  });
}

beforeEach(() => {
  caseReplica.replace(aSnapshot(records));
});

test('the rows of the case on show are made beforehand one by one', () => {
  const source = rowsOf('source');
  const { view } = held(caseReplica);
  expect([...prepareRows(source, view)]).toHaveLength(2);
  expect([...prepareRows(source, view)]).toEqual([]);
});

test.each([null, aSnapshot(records)])(
  'no row is made beforehand of a case that is gone (%#)',
  (next) => {
    const { view } = held(caseReplica);
    caseReplica.replace(next);
    expect([...prepareRows(rowsOf('source'), view)]).toEqual([]);
  },
);

test('rows are drawn again when one of them changed, and those of another table when that is shown', async () => {
  const source = rowsOf('source');
  const { given, after, again, end } = await draw(useRows<'source' | 'document', string>, source);
  await after(() => {
    follow(caseReplica, changed(builder.the(document), { title: 'Anew' }));
  });
  expect(given).toEqual([['Reuters', 'Gazette']]);
  await after(() => {
    follow(caseReplica, changed(builder.the(reuters), { name: 'Agence' }));
  });
  await again(rowsOf('document'));
  expect(given.slice(1)).toEqual([['Agence', 'Gazette'], ['Anew']]);
  await after(() => {
    caseReplica.replace(null);
  });
  expect(given.at(-1)).toEqual([]);
  await end();
});
