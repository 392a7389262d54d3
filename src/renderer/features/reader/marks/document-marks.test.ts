import { expect, test, vi } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import type { CaseState } from '../../../../domain/core/case-state.ts';
import { type Diff, emptyDiff } from '../../../../domain/core/diff.ts';
import { Draft } from '../../../../domain/core/draft.ts';
import { DocumentMarks } from './document-marks.ts';
import { ticksOf } from './overview.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';
import type { AnyId } from '../../../../domain/records/registry.ts';

const text = 'NATO left Baghdad.\nSources denied it.\nNobody knows.';

function change(view: CaseState, marks: DocumentMarks, edit: (draft: Draft) => void): Diff {
  const draft = new Draft(view);
  edit(draft);
  const diff = draft.diff();
  view.apply(diff);
  marks.follow(diff);
  return diff;
}

function marksOf(builder: CaseBuilder, document: DocumentId) {
  const view = builder.view();
  const marks = new DocumentMarks(view, document, builder.text(document).blocks);
  const listeners = [0, 1, 2].map(() => vi.fn());
  listeners.forEach((listener, block) => marks.index.subscribe(block, listener));
  const told = () => listeners.map((listener) => listener.mock.calls.length);
  return { view, marks, told };
}

test('a highlight looks like its first tag and the verdict of its claim', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const tag = builder.tag('Escalation', { colour: 3 });
  const plain = builder.highlight(document, 'Nobody');
  const tagged = builder.highlight(document, 'Sources', { tags: [tag] });
  const claimed = builder.highlight(document, 'NATO left');
  const claim = builder.claim(document, '', [], { highlights: [claimed], statement: 'NATO left' });
  builder.rate(claim, 'verdict', 'refuted');
  const { marks } = marksOf(builder, document);
  expect(marks.look(plain)).toEqual({ colour: null, verdict: null });
  expect(marks.look(tagged)).toEqual({ colour: 3, verdict: null });
  expect(marks.look(claimed)).toEqual({ colour: null, verdict: 'refuted' });
});

test('what changes a look touches the block of its words only: a rating, a tag, a claim', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const tag = builder.tag('Escalation');
  const tagged = builder.highlight(document, 'Sources', { tags: [tag] });
  const claim = builder.claim(document, 'Nobody knows');
  builder.rate(claim, 'verdict', 'open');
  const { view, marks, told } = marksOf(builder, document);
  change(view, marks, (draft) => {
    for (const rating of draft.all('rating')) draft.put({ ...rating, value: 'supported' });
  });
  expect(told()).toEqual([0, 0, 1]);
  change(view, marks, (draft) => {
    for (const one of draft.all('tag')) draft.put({ ...one, colour: 5 });
  });
  expect(told()).toEqual([0, 1, 1]);
  expect(marks.look(tagged).colour).toBe(5);
  change(view, marks, (draft) => {
    draft.remove([claim]);
  });
  expect(told()).toEqual([0, 1, 2]);
  expect(marks.claims()).toEqual([]);
});

test('removing a highlight takes it off its block, and its claim out of the margin', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const claim = builder.claim(document, 'NATO left');
  const { view, marks, told } = marksOf(builder, document);
  expect(marks.claims().map((placed) => placed.claim.id)).toEqual([claim]);
  const ids: AnyId[] = [...view.all('highlight')].map(({ id }) => id);
  change(view, marks, (draft) => {
    draft.remove(ids);
  });
  expect(marks.index.over(0)).toEqual([]);
  expect(marks.claims()).toEqual([]);
  expect(told()).toEqual([1, 0, 0]);
});

test('a removed tag leaves the highlight, which is drawn anew', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const tag = builder.tag('Escalation');
  const tagged = builder.highlight(document, 'Sources', { tags: [tag] });
  const { view, marks, told } = marksOf(builder, document);
  change(view, marks, (draft) => {
    draft.remove([tag]);
  });
  expect(told()).toEqual([0, 1, 0]);
  expect(marks.look(tagged).colour).toBeNull();
});

test('changes of other documents touch nothing', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const other = builder.document(text);
  const elsewhere = builder.highlight(other, 'Sources');
  const { view, marks, told } = marksOf(builder, document);
  change(view, marks, (draft) => {
    draft.remove([elsewhere]);
  });
  marks.follow(emptyDiff);
  expect(told()).toEqual([0, 0, 0]);
});

test('claims stand in the order of their first words here, also those of other documents', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const other = builder.document(text);
  const late = builder.claim(document, 'Nobody');
  const evidence = builder.highlight(document, 'Sources');
  const home = builder.highlight(other, 'NATO');
  const foreign = builder.claim(other, '', [], { highlights: [home, evidence], statement: 'x' });
  const early = builder.claim(document, 'Baghdad');
  const { marks } = marksOf(builder, document);
  expect(marks.claims().map(({ claim }) => claim.id)).toEqual([early, foreign, late]);
});

test('restarting reads what was missed', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  const gone = builder.highlight(document, 'Sources');
  const { view, marks } = marksOf(builder, document);
  const draft = new Draft(view);
  draft.remove([gone]);
  view.apply(draft.diff());
  marks.restart(view);
  expect(marks.index.over(1)).toEqual([]);
});

test('the overview has each place once', () => {
  const builder = new CaseBuilder();
  const document = builder.document(text);
  builder.highlight(document, 'Sources');
  builder.highlight(document, 'denied');
  builder.claim(document, 'Nobody');
  const { marks } = marksOf(builder, document);
  const ticks = ticksOf(marks, text.length, [{ start: 0, end: 4 }]);
  expect(ticks.map(({ kind }) => kind)).toEqual(['highlight', 'highlight', 'claim', 'found']);
  expect(ticks.at(-1)?.at).toBe(0);
});
