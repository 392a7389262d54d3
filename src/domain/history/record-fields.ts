import { dateLabel } from '../analysis/date-label.ts';
import type { AnyId } from '../core/ids.ts';
import type { AnyRecord, RecordOf } from '../records/registry.ts';
import { hedges, linkKinds, manners, sourceKinds, termOf } from '../records/vocabulary.ts';
import { gradeWords, scales } from '../scales/registry.ts';
import { tlp } from '../scales/tlp.ts';

/** What a record of a given id is called. */
export type NameOf = (id: AnyId) => string;

/** One field of a record in words: its label as the inspectors have it, and what stands in it; a list has no order. */
export interface RecordField {
  readonly label: string;
  readonly words: string | readonly string[];
}

type FieldsOf<R> = (record: R, nameOf: NameOf) => readonly RecordField[];

/** The colours of tags in words, from the first on. */
export const colourNames = [
  ...['Orange', 'Sky', 'Green', 'Yellow'],
  ...['Blue', 'Vermilion', 'Purple', 'Grey'],
] as const;

const fields: { [T in keyof RecordOf]: FieldsOf<RecordOf[T]> } = {
  case: ({ name, question, tlp: marking, sourceSummary }) => [
    { label: 'Name', words: name },
    { label: 'Question', words: question },
    { label: 'Marking', words: tlp.find(({ value }) => value === marking)?.label ?? marking },
    { label: 'Summary of sources', words: sourceSummary },
  ],
  analyst: ({ name }) => [{ label: 'Name', words: name }],
  document: (document, nameOf) => [
    { label: 'Title', words: document.title },
    { label: 'Authors', words: document.authors },
    { label: 'Publisher', words: optional(document.publisher, nameOf) },
    { label: 'Published', words: optional(document.date, dateLabel) },
    { label: 'Language', words: optional(document.language, languageWords) },
    { label: 'URL', words: document.url ?? '' },
    { label: 'Note', words: document.note },
  ],
  highlight: (highlight, nameOf) => [
    { label: 'Words', words: highlight.spans.map(({ exact }) => exact).join(' … ') },
    { label: 'In', words: nameOf(highlight.document) },
    { label: 'Tags', words: highlight.tags.map(nameOf) },
    { label: 'Note', words: highlight.note },
  ],
  tag: (tag, nameOf) => [
    { label: 'Name', words: tag.name },
    { label: 'Under', words: optional(tag.parent, nameOf) },
    { label: 'Colour', words: colourNames[tag.colour - 1] ?? '' },
    { label: 'Definition', words: tag.definition },
    { label: 'Key', words: tag.key ?? '' },
  ],
  claim: (claim, nameOf) => [
    { label: 'Statement', words: claim.statement },
    { label: 'Words it is anchored in', words: claim.highlights.map(nameOf) },
    { label: 'In', words: nameOf(claim.document) },
    { label: 'Who says so', words: chainWords(claim, nameOf) },
    { label: 'Words that name them', words: anchorWords(claim) },
    { label: 'Hedge in the text', words: termOf(hedges, claim.hedge).label },
    { label: 'Event time', words: optional(claim.eventTime?.edtf ?? null, dateLabel) },
    { label: 'Words for the event time', words: claim.eventTime?.anchor?.exact ?? '' },
    { label: 'Place', words: claim.place },
    { label: 'Tags', words: claim.tags.map(nameOf) },
    { label: 'Note', words: claim.note },
  ],
  source: (source, nameOf) => [
    { label: 'Name', words: source.name },
    { label: 'Kind', words: termOf(sourceKinds, source.kind).label },
    { label: 'Aliases', words: source.aliases },
    { label: 'Belongs to', words: optional(source.parent, nameOf) },
    { label: 'Access', words: source.descriptor.access },
    { label: 'Record', words: source.descriptor.record },
    { label: 'Bias', words: source.descriptor.bias },
    { label: 'Note', words: source.note },
  ],
  rating: (rating, nameOf) => [
    { label: 'Of', words: nameOf(rating.subject) },
    { label: scales[rating.scale].name, words: gradeWords(rating.scale, rating.value) },
    { label: 'Reason', words: rating.reason },
  ],
  link: (link, nameOf) => [
    { label: 'From', words: nameOf(link.from) },
    { label: 'How they stand', words: termOf(linkKinds, link.kind).label },
    { label: 'To', words: nameOf(link.to) },
    { label: 'Why', words: link.note },
  ],
};

/** The fields of a record in words, in the order of its inspector; a field that is not filled in is an empty string or list. */
export function fieldsOf(record: AnyRecord, nameOf: NameOf): readonly RecordField[] {
  // Each type is paired with its own function; the compiler cannot follow that through the union.
  const describe = fields[record.type] as FieldsOf<AnyRecord>;
  return describe(record, nameOf);
}

function optional<T>(value: T | null, words: (value: T) => string): string {
  return value === null ? '' : words(value);
}

function chainWords({ attribution }: RecordOf['claim'], nameOf: NameOf): string {
  return attribution
    .map(
      ({ source, manner }) => `${nameOf(source)} (${termOf(manners, manner).label.toLowerCase()})`,
    )
    .join(' → ');
}

function anchorWords({ attribution }: RecordOf['claim']): string[] {
  return attribution.flatMap(({ anchor }) => (anchor === null ? [] : [anchor.exact]));
}

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

function languageWords(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
