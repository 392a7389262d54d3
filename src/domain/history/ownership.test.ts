import { expect, test } from 'vitest';
import type { AnyId } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { ownersOf } from './ownership.ts';
import { typeName } from './record-name.ts';

test('what belongs to a record is part of its history, and nothing else is', () => {
  const build = new CaseBuilder();
  const source = build.source('Paper', { parent: build.source('Group') });
  const document = build.document('It burned. It sank.', { publisher: source });
  const highlight = build.highlight(document, 'burned', { tags: [build.tag('Fire')] });
  const claim = build.claim(document, 'It burned', [source], { highlights: [highlight] });
  const other = build.claim(document, 'It sank');
  const owners: readonly [record: AnyId, owners: readonly AnyId[]][] = [
    [source, []],
    [document, []],
    [highlight, [document]],
    [claim, [document]],
    [build.rate(claim, 'verdict', 'supported'), [claim]],
    [build.rate(source, 'admiralty-reliability', 'B'), [source]],
    [build.link(claim, 'contradicts', other), [claim, other]],
    [build.tag('Cause'), []],
  ];
  for (const [id, expected] of owners) expect(ownersOf(build.the(id))).toEqual(expected);
});

test('a kind of record has a name', () => {
  expect((['claim', 'source', 'highlight'] as const).map(typeName)).toEqual([
    ...['Claim', 'Source', 'Highlight'],
  ]);
});
