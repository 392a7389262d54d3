import type { CaseView } from '../core/case-state.ts';
import type { CommandInput, CommandName } from '../commands/registry.ts';
import type { SourceChoice } from '../records/source/commands.ts';
import type { TagChoice } from '../records/tag/commands.ts';
import { tagColours } from '../records/tag/record.ts';
import { hedges, linkKinds, manners, sourceKinds } from '../records/vocabulary.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';
import type { DocumentId } from '../records/document/record.ts';
import { scalesFor } from '../scales/registry.ts';
import type { RatedType } from '../scales/scale.ts';
import { tlp } from '../scales/tlp.ts';
import { type KnownText, describeText } from './a-case.ts';

/** Texts whose graphemes are hard to count: joined emoji, flags, combining marks, Arabic, Chinese, Hangul. */
export const hardTexts: readonly string[] = [
  'NATO left Baghdad. Two officials said so; a third denied it.\nThe ministry did not answer.',
  'A family 👨‍👩‍👧‍👦 under 🇺🇦🇮🇶 flags 👍🏽, cafe\u0301 and e\u0301te\u0301.\n\n \u0308odd\n',
  'قالت مصادرُ للصحيفة إنّ الحلفَ غادر بغداد.\nنفى الناطقُ ذلك.',
  '北约已离开巴格达。两名官员如此表示。\n각\u1100\u1161\u11a8 한국어 기사 नमस्ते',
];

/** What inputs are made from. */
export interface RandomWorld {
  readonly view: CaseView;
  /** The texts that documents can be imported from. */
  readonly texts: readonly KnownText[];
  textOf(document: DocumentId): string;
  /** A number from 0 up to, but not including, `below`. */
  choose(below: number): number;
}

type Generator<N extends CommandName> = (world: RandomWorld) => CommandInput<N> | null;

/** For every command, an input that suits the present case; null where the case has nothing the command could act on. */
export const randomInputs: { readonly [N in CommandName]?: Generator<N> } = {
  'case/create': ({ view }) => {
    const [analyst] = view.all('analyst');
    return analyst === undefined ? null : { name: 'Another', analyst };
  },
  'case/update': (world) => ({
    question: word(world),
    tlp: one(world, tlp).value,
    sourceSummary: perhaps(world, word),
  }),
  'analyst/put': (world) => {
    const analyst = record(world, 'analyst');
    return analyst && { ...analyst, name: word(world) };
  },
  'document/import': (world) => ({
    documents: several(world, world.texts).map((text) =>
      describeText(text, { title: word(world), publisher: perhaps(world, word) ?? null }),
    ),
  }),
  'document/update': (world) => {
    const document = record(world, 'document');
    const publisher = sourceChoice(world);
    const changes = {
      publisher,
      note: word(world),
      date: perhaps(world, () => '2026-03~') ?? null,
    };
    return document && { document: document.id, changes };
  },
  // Seldom, because it takes so much along that little would be left to try the others on.
  'document/remove': (world) =>
    world.choose(4) > 0 ? null : some(world, 'document', (documents) => ({ documents })),
  'highlight/create': (world) => {
    const place = words(world);
    return place && { ...place, tags: tagChoices(world), note: word(world) };
  },
  'highlight/update': (world) => {
    const highlight = record(world, 'highlight');
    if (highlight === null) return null;
    const ranges = perhaps(world, () => words(world, highlight.document)?.ranges);
    const changes = { ranges, note: word(world), tags: ids(world, 'tag') };
    return { highlight: highlight.id, changes };
  },
  'highlight/tag': (world) =>
    some(world, 'highlight', (highlights) => ({
      ...{ highlights, add: tagChoices(world), remove: ids(world, 'tag') },
    })),
  'highlight/remove': (world) => some(world, 'highlight', (highlights) => ({ highlights })),
  'claim/create': (world) => {
    const highlight = record(world, 'highlight');
    const on = world.choose(2) === 0 ? words(world) : highlight && { highlight: highlight.id };
    return on && { on, ...claimDetails(world, null) };
  },
  'claim/update': (world) => {
    const claim = record(world, 'claim');
    return claim && { claim: claim.id, changes: claimDetails(world, claim.document) };
  },
  'claim/evidence': (world) => {
    const claim = record(world, 'claim');
    const highlight = record(world, 'highlight');
    if (claim === null || highlight === null) return null;
    const place = world.choose(2) === 0 ? words(world) : null;
    const remove = perhaps(world, () => claim.highlights.slice(0, 1));
    return { claim: claim.id, add: [place ?? { highlight: highlight.id }], remove };
  },
  'claim/tag': (world) =>
    some(world, 'claim', (claims) => ({
      ...{ claims, add: tagChoices(world), remove: ids(world, 'tag') },
    })),
  'claim/remove': (world) => some(world, 'claim', (claims) => ({ claims })),
  'link/create': (world) => {
    const from = record(world, 'claim');
    const to = record(world, 'claim');
    return from && to && { from: from.id, to: to.id, kind: one(world, linkKinds).value };
  },
  'link/update': (world) => {
    const link = record(world, 'link');
    return link && { link: link.id, changes: { kind: one(world, linkKinds).value } };
  },
  'link/turn': (world) => {
    const link = record(world, 'link');
    return link && { link: link.id };
  },
  'link/remove': (world) => {
    const link = record(world, 'link');
    return link && { link: link.id };
  },
  'rating/add': (world) => {
    const type = one<RatedType>(world, ['source', 'claim']);
    const scale = one(world, scalesFor(type));
    return some(world, type, (subjects) => ({
      ...{
        subjects,
        scale: scale.id,
        value: one(world, scale.grades).value,
        reason: one(world, ['', word(world)]),
      },
    }));
  },
  'rating/explain': (world) => {
    const rating = record(world, 'rating');
    return rating && { rating: rating.id, reason: word(world) };
  },
  'source/create': (world) => ({
    ...{ name: word(world), kind: one(world, sourceKinds).value },
    parent: record(world, 'source')?.id ?? null,
  }),
  'source/update': (world) => {
    const source = record(world, 'source');
    const parent = perhaps(world, sourceChoice) ?? null;
    return source && { source: source.id, changes: { parent, note: word(world) } };
  },
  'source/merge': (world) => pair(world, 'source'),
  'source/remove': (world) => {
    const source = record(world, 'source');
    return source && { source: source.id };
  },
  'tag/create': (world) => ({
    name: word(world),
    parent: perhaps(world, () => record(world, 'tag'))?.id ?? null,
    key: perhaps(world, () => String(world.choose(10))) ?? null,
  }),
  'tag/update': (world) => {
    const tag = record(world, 'tag');
    const colour = world.choose(tagColours) + 1;
    return tag && { tag: tag.id, changes: { colour, name: perhaps(world, word) } };
  },
  'tag/move': (world) => {
    const tag = record(world, 'tag');
    const parent = perhaps(world, () => record(world, 'tag'))?.id ?? null;
    return tag && { tag: tag.id, parent, before: record(world, 'tag')?.id ?? null };
  },
  'tag/merge': (world) => pair(world, 'tag'),
  'tag/remove': (world) => {
    const tag = record(world, 'tag');
    return tag && { tag: tag.id, children: one(world, ['move-up', 'remove'] as const) };
  },
};

/** A command with an input, or null if the world has nothing for it. */
export function randomCommand(
  name: CommandName,
  world: RandomWorld,
): { name: CommandName; input: unknown } | null {
  const input = randomInputs[name]?.(world) ?? null;
  return input === null ? null : { name, input };
}

function claimDetails(
  world: RandomWorld,
  document: DocumentId | null,
): CommandInput<'claim/update'>['changes'] {
  const anchor = document === null ? null : (words(world, document)?.ranges[0] ?? null);
  const sources = several(world, [...world.view.all('source')]);
  return {
    statement: perhaps(world, word),
    hedge: one(world, hedges).value,
    attribution: perhaps(world, () =>
      sources.map(({ id }) => ({
        source: world.choose(4) === 0 ? newSource(world) : id,
        manner: one(world, manners).value,
        anchor,
      })),
    ),
    eventTime: perhaps(world, () => ({ edtf: '2026-03-14/2026-03-15', anchor })),
    tags: ids(world, 'tag'),
  };
}

function sourceChoice(world: RandomWorld): SourceChoice | null {
  return world.choose(4) === 0 ? newSource(world) : (record(world, 'source')?.id ?? null);
}

function newSource(world: RandomWorld): SourceChoice {
  return { new: { name: word(world), kind: one(world, sourceKinds).value } };
}

function tagChoices(world: RandomWorld): TagChoice[] {
  const added = world.choose(6) === 0 ? [{ new: { name: word(world) } }] : [];
  return [...ids(world, 'tag'), ...added];
}

// A stretch of a document, at offsets that may well lie inside a grapheme.
function words(
  world: RandomWorld,
  within?: DocumentId,
): { document: DocumentId; ranges: { start: number; end: number }[] } | null {
  const document = within ?? record(world, 'document')?.id;
  if (document === undefined) return null;
  const { length } = world.textOf(document);
  const ranges = Array.from({ length: 1 + world.choose(2) }, () => {
    const start = world.choose(length);
    return { start, end: Math.min(length, start + 1 + world.choose(25)) };
  });
  return { document, ranges };
}

function record<T extends RecordType>(world: RandomWorld, type: T): RecordOf[T] | null {
  const records = [...world.view.all(type)];
  return records[world.choose(Math.max(1, records.length))] ?? null;
}

function ids<T extends RecordType>(world: RandomWorld, type: T): RecordOf[T]['id'][] {
  return world.choose(2) === 0 ? [] : several(world, [...world.view.all(type)]).map(({ id }) => id);
}

function some<T extends RecordType, I>(
  world: RandomWorld,
  type: T,
  input: (ids: RecordOf[T]['id'][]) => I,
): I | null {
  const chosen = several(world, [...world.view.all(type)]);
  return chosen.length === 0 ? null : input(chosen.map(({ id }) => id));
}

function pair<T extends RecordType>(
  world: RandomWorld,
  type: T,
): { keep: RecordOf[T]['id']; merge: RecordOf[T]['id'] } | null {
  const keep = record(world, type);
  const merge = record(world, type);
  return keep && merge && { keep: keep.id, merge: merge.id };
}

// One to three different entries; none only if there are none.
function several<T>(world: RandomWorld, list: readonly T[]): T[] {
  if (list.length === 0) return [];
  const first = world.choose(list.length);
  return list.slice(first, first + 1 + world.choose(3));
}

function one<T>(world: RandomWorld, list: readonly T[]): T {
  const chosen = list[world.choose(list.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from');
  return chosen;
}

function perhaps<T>(world: RandomWorld, make: (world: RandomWorld) => T): T | undefined {
  return world.choose(2) === 0 ? undefined : make(world);
}

// Few, so that names meet again.
function word(world: RandomWorld): string {
  return one(world, ['Reuters', 'الشرق', '北约', 'a ministry', 'e\u0301te\u0301 👩‍🔬']);
}
