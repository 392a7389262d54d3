import { expect, test } from 'vitest';
import { CaseState } from '../core/case-state.ts';
import { invertDiff } from '../core/diff.ts';
import { aCase, type TestCase } from '../testing/a-case.ts';
import { recordsById } from '../testing/random-walk.ts';
import type { CommandInput, CommandName } from './registry.ts';

const reuters = { new: { name: 'Reuters', kind: 'outlet' as const } };
const casualties = { new: { name: 'Casualties' } };

/** A case of one claim, and what commands that make a source or a tag in place are run on in it. */
function withClaim() {
  const made = aCase({ documents: ['NATO [left] Baghdad.'] });
  const [document] = made.documents;
  const [highlight] = made.highlights;
  if (document === undefined || highlight === undefined) throw new Error('Nothing is marked');
  made.run('claim/create', { on: { highlight } });
  made.run('source/create', { name: 'Paper', kind: 'outlet' });
  const [claim] = made.view.all('claim');
  const [source] = made.view.all('source');
  if (claim === undefined || source === undefined) throw new Error('Nothing was made');
  return { made, document, highlight, claim: claim.id, source: source.id };
}

type World = ReturnType<typeof withClaim>;

interface InPlace {
  readonly name: CommandName;
  readonly label: string;
  readonly input: (world: World) => unknown;
  /** The ids that the record used in place ends up among. */
  readonly uses: (world: World) => readonly unknown[];
}

function inPlace<N extends CommandName>(
  name: N,
  label: string,
  input: (world: World) => CommandInput<N>,
  uses: InPlace['uses'],
): InPlace {
  return { name, label, input, uses };
}

const cases: readonly InPlace[] = [
  inPlace(
    'claim/update',
    'Add the source “Reuters” to the attribution of “left”',
    ({ claim, source }) => ({
      claim,
      changes: {
        attribution: [
          { source, manner: 'on-record', anchor: null },
          { source: reuters, manner: 'anonymous', anchor: { start: 0, end: 4 } },
        ],
      },
    }),
    ({ made, claim }) => made.the(claim).attribution.map((hop) => hop.source),
  ),
  inPlace(
    'document/update',
    'Add the source “Reuters” as publisher of “Document 1”',
    ({ document }) => ({ document, changes: { publisher: reuters } }),
    ({ made, document }) => [made.the(document).publisher],
  ),
  inPlace(
    'source/update',
    'Add the source “Reuters” that “Paper” belongs to',
    ({ source }) => ({ source, changes: { parent: reuters } }),
    ({ made, source }) => [made.the(source).parent],
  ),
  inPlace(
    'claim/tag',
    'Add the tag “Casualties” to 1 claim',
    ({ claim }) => ({ claims: [claim], add: [casualties] }),
    ({ made, claim }) => made.the(claim).tags,
  ),
  inPlace(
    'highlight/tag',
    'Add the tag “Casualties” to 1 highlight',
    ({ highlight }) => ({ highlights: [highlight], add: [casualties] }),
    ({ made, highlight }) => made.the(highlight).tags,
  ),
  inPlace(
    'highlight/create',
    'Add the tag “Casualties” to words',
    ({ document }) => ({ document, ranges: [{ start: 0, end: 4 }], tags: [casualties] }),
    ({ made }) => [...made.view.all('highlight')].at(-1)?.tags ?? [],
  ),
];

test.each(cases)('$name makes what it uses, as one change', ({ name, label, input, uses }) => {
  const world = withClaim();
  const { made } = world;
  const before = recordsById(made.view.records());
  expect(labelOf(made, name, input(world))).toBe(label);
  const done = made.attempt(name, input(world));
  if (!done.ok) throw new Error(done.error.message);
  const added = done.value.created.find(({ type }) => type === 'source' || type === 'tag');
  expect(added).toMatchObject({ name: name.endsWith('update') ? 'Reuters' : 'Casualties' });
  expect(uses(world)).toContain(added?.id);

  const undone = new CaseState(made.view.records());
  undone.apply(invertDiff(done.value));
  expect(recordsById(undone.records())).toEqual(before);
});

test('a tag of a name that is taken is not made, and nothing is tagged', () => {
  const { made, claim } = withClaim();
  made.run('tag/create', { name: 'Casualties' });
  expect(made.refused('claim/tag', { claims: [claim], add: [casualties] }).code).toBe(
    'tag/duplicate',
  );
  expect(made.the(claim).tags).toEqual([]);
});

// Typed per command where the case is listed; here the command is any of them.
function labelOf(made: TestCase, name: CommandName, input: unknown): string {
  return made.label(name, input as CommandInput<typeof name>);
}
