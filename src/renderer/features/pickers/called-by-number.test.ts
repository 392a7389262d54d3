import { beforeEach, expect, test } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { caseReplica } from '../../state/replica.ts';
import { aSnapshot } from '../../state/testing/shown-case.ts';
import { calledByNumber } from './called-by-number.ts';

const builder = new CaseBuilder();
const paper = builder.source('The Paper');

beforeEach(() => {
  caseReplica.replace(aSnapshot(builder.view().records()));
});

test('a number calls the source that has it, and can be no name of another', () => {
  expect(calledByNumber('source', 's 01')).toMatchObject({ ids: [paper], mayBeName: false });
});

test('a number that no source has calls nothing, and says so', () => {
  expect(calledByNumber('source', 'S99')).toEqual({
    ids: [],
    nothing: 'No source has the number S99.',
    mayBeName: false,
  });
});

test('a number without its letter may be a name', () => {
  expect(calledByNumber('source', '#1')).toMatchObject({ ids: [paper], mayBeName: true });
  expect(calledByNumber('source', 'No. 10')).toMatchObject({ ids: [], mayBeName: true });
});

test('other words, and numbers of other types, are no number here', () => {
  expect(calledByNumber('source', 'C1')).toBeNull();
  expect(calledByNumber('source', 'The Paper')).toBeNull();
});
