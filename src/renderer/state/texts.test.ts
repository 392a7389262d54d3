import { beforeEach, expect, test } from 'vitest';
import type { CallResult } from '../../contract/calls.ts';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import { emptyDiff } from '../../domain/core/diff.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import { caseReplica } from './replica.ts';
import { draw } from './testing/drawn.ts';
import { standInForMain } from './testing/main-process.ts';
import { aSnapshot, follow } from './testing/shown-case.ts';
import { forgetTexts, useDocumentText } from './texts.ts';

type Answer = CallResult<'document/text'>;

const builder = new CaseBuilder();
const document = builder.document('words');
const others = Array.from({ length: 8 }, (_, index) => builder.document(`other words ${index}`));
const error = appError('store/read-failed', { path: '/a.assay', reason: 'EIO' });
const refused = err(error);

beforeEach(() => {
  caseReplica.replace(aSnapshot());
  forgetTexts();
});

/** A main process that reads texts, each answer as it is told; gives which were asked for. */
function reading(...answers: (Answer | Promise<Answer>)[]): () => unknown[] {
  const main = standInForMain({
    'document/text': (request) =>
      // The contract says that the window sends ids of documents.
      answers.shift() ?? ok(builder.text(request.document as DocumentId)),
  });
  return () => main.asked.map(([, request]) => (request as { document: DocumentId }).document);
}

async function show(id: DocumentId): Promise<Answer | undefined> {
  const { given, end } = await draw(useDocumentText, id);
  await end();
  return given.at(-1);
}

// The folder of the case may be there again.
function changeHealth(): void {
  caseReplica.followHealth({ state: 'well' });
}

test('a text is loaded once, as it never changes', async () => {
  const asked = reading();
  expect(await show(document)).toEqual(ok(builder.text(document)));
  changeHealth();
  expect(await show(document)).toEqual(ok(builder.text(document)));
  expect(asked()).toEqual([document]);
});

test('eight texts are kept, and the one that was loaded longest ago goes', async () => {
  const asked = reading();
  const eight = [document, ...others.slice(0, 7)];
  for (const id of [...eight, ...eight]) await show(id);
  expect(asked()).toEqual(eight);
  const last = others[7] ?? document;
  for (const id of [last, ...eight.slice(1), document]) await show(id);
  expect(asked()).toEqual([...eight, last, document]);
});

test('a text that could not be read is asked for again where it is shown, each time the health of the case changes', async () => {
  const asked = reading(refused, refused);
  const { given, after, again, end } = await draw(useDocumentText, document);
  await again(document);
  await after(() => {
    follow(caseReplica, emptyDiff);
  });
  expect([given.at(-1), asked().length]).toEqual([refused, 1]);
  await after(changeHealth);
  expect([given.at(-1), asked().length]).toEqual([refused, 2]);
  await after(changeHealth);
  expect([given.at(-1), asked().length]).toEqual([ok(builder.text(document)), 3]);
  await after(changeHealth);
  expect(asked()).toHaveLength(3);
  await end();
});

test('a text that could not be read of the case before is loaded for this one, once', async () => {
  const asked = reading(refused);
  await show(document);
  forgetTexts();
  expect(await show(document)).toEqual(ok(builder.text(document)));
  changeHealth();
  await show(document);
  expect(asked()).toHaveLength(2);
});

test('a text of a case that is gone fails without the one of this case', async () => {
  const late = Promise.withResolvers<Answer>();
  const asked = reading(late.promise);
  await show(document);
  forgetTexts();
  const { given, after, end } = await draw(useDocumentText, document);
  await after(() => {
    late.resolve(refused);
  });
  await after(changeHealth);
  expect([given.at(-1), asked().length]).toEqual([ok(builder.text(document)), 2]);
  await end();
});
