import { CaseState } from '../core/case-state.ts';
import { makeSpans } from '../anchoring/spans.ts';
import type { CaseRecord } from '../records/case/record.ts';
import type { Claim, ClaimId, Hop } from '../records/claim/record.ts';
import type { DocumentId, DocumentRecord } from '../records/document/record.ts';
import type { Highlight, HighlightId } from '../records/highlight/record.ts';
import type { Link, LinkId } from '../records/link/record.ts';
import type { Rating, RatingId } from '../records/rating/record.ts';
import {
  type AnyId,
  AnyRecord,
  type IdOf,
  type RecordFor,
  type RecordType,
} from '../records/registry.ts';
import type { AnalystId } from '../records/analyst/record.ts';
import type { Source, SourceId } from '../records/source/record.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Tag, TagId } from '../records/tag/record.ts';
import type { Block, DocumentText } from '../core/text.ts';
import type { Manner } from '../records/vocabulary.ts';
import { fixedHash, fixedId } from './fixed-ids.ts';

const firstMoment = Date.UTC(2026, 2, 15);

/**
 * Builds a case from plain records for tests, with ids and times that are the same on every run. Each method adds
 * one valid record and returns its id; what a test does not care about has a plain default. No command is run, so a test of
 * what is read from records depends on none, and may say any field; what commands do is tested with `TestCase`.
 */
export class CaseBuilder {
  readonly #records: AnyRecord[] = [];
  readonly #texts = new Map<DocumentId, DocumentText>();
  readonly #analyst: AnalystId;
  #count = 0;

  /** Starts a case of one analyst. */
  constructor(fields: Partial<CaseRecord> = {}) {
    this.#analyst = this.#nextId('analyst');
    this.#add({ type: 'analyst', id: this.#analyst, name: 'Ada Analyst' });
    this.#add({
      type: 'case',
      id: this.#nextId('case'),
      created: this.#stamp(),
      name: 'A case',
      question: '',
      tlp: 'clear',
      sourceSummary: '',
      ...fields,
    });
  }

  /** The case as it stands. */
  view(): CaseState {
    return new CaseState(this.#records);
  }

  /** The record of an id that was added before. */
  the<I extends AnyId>(id: I): RecordFor<I> {
    const record = this.view().get(id);
    if (record === undefined) throw new Error(`${id} is not there`);
    return record;
  }

  /** The text of a document added before. */
  text(document: DocumentId): DocumentText {
    const text = this.#texts.get(document);
    if (text === undefined) throw new Error(`No text for ${document}`);
    return text;
  }

  /** Adds a source of the given name. */
  source(name: string, fields: Partial<Source> = {}): SourceId {
    const id = this.#nextId('source');
    const descriptor = { access: '', record: '', bias: '' };
    this.#add({
      type: 'source',
      id,
      number: this.#nextNumber('source'),
      created: this.#stamp(),
      name,
      kind: 'outlet',
      aliases: [],
      parent: null,
      descriptor,
      note: '',
      ...fields,
    });
    return id;
  }

  /** Adds a document; without blocks of its own, each line of the text is a paragraph. */
  document(
    text: string,
    fields: Partial<DocumentRecord> = {},
    blocks: Block[] = paragraphsOf(text),
  ): DocumentId {
    const id = this.#nextId('document');
    const hash = fixedHash(this.#count);
    this.#texts.set(id, { text, blocks });
    this.#add({
      type: 'document',
      id,
      created: this.#stamp(),
      title: 'A document',
      authors: [],
      date: null,
      language: null,
      url: null,
      publisher: null,
      note: '',
      format: 'text',
      encoding: 'utf-8',
      fileName: 'document.txt',
      text: hash,
      length: text.length,
      layout: null,
      original: { hash, extension: 'txt', size: text.length },
      ...fields,
    });
    return id;
  }

  /** Adds a highlight over the first place of each of the given words. */
  highlight(
    document: DocumentId,
    words: string | string[],
    fields: Partial<Highlight> = {},
  ): HighlightId {
    const id = this.#nextId('highlight');
    const { text } = this.text(document);
    const ranges = [words].flat().map((part) => {
      const start = text.indexOf(part);
      if (start < 0) throw new Error(`No “${part}” in the text`);
      return { start, end: start + part.length };
    });
    const spans = makeSpans(text, ranges);
    if (spans === null) throw new Error('The words hold nothing to highlight');
    this.#add({
      type: 'highlight',
      id,
      created: this.#stamp(),
      document,
      spans,
      tags: [],
      note: '',
      ...fields,
    });
    return id;
  }

  /** Adds a claim anchored in a new highlight over the given words, with the given chain of sources. */
  claim(
    document: DocumentId,
    words: string,
    attribution: (SourceId | Hop)[] = [],
    fields: Partial<Claim> = {},
  ): ClaimId {
    const highlights = fields.highlights ?? [this.highlight(document, words)];
    const id = this.#nextId('claim');
    this.#add({
      type: 'claim',
      id,
      number: this.#nextNumber('claim'),
      created: this.#stamp(),
      document,
      highlights,
      statement: words,
      attribution: attribution.map((hop) => (typeof hop === 'string' ? hopOf(hop) : hop)),
      hedge: 'asserted',
      eventTime: null,
      place: '',
      tags: [],
      note: '',
      ...fields,
    });
    return id;
  }

  /** Makes a hop of a chain, anchored in the first place of the words that name the source, if any are given. */
  hop(source: SourceId, manner: Manner, document: DocumentId, words?: string): Hop {
    if (words === undefined) return { source, manner, anchor: null };
    const { text } = this.text(document);
    const start = text.indexOf(words);
    const anchor = makeSpans(text, [{ start, end: start + words.length }])?.[0] ?? null;
    return { source, manner, anchor };
  }

  /** Adds a rating; later calls are later in time. */
  rate(
    subject: SourceId | ClaimId,
    scale: Rating['scale'],
    value: string,
    fields: Partial<Rating> = {},
  ): RatingId {
    const id = this.#nextId('rating');
    this.#add({
      type: 'rating',
      id,
      created: this.#stamp(),
      subject,
      scale,
      value,
      reason: '',
      ...fields,
    });
    return id;
  }

  /** Adds a tag of the given name. */
  tag(name: string, fields: Partial<Tag> = {}): TagId {
    const id = this.#nextId('tag');
    this.#add({
      type: 'tag',
      id,
      created: this.#stamp(),
      name,
      parent: null,
      position: this.#count,
      colour: 1,
      definition: '',
      key: null,
      ...fields,
    });
    return id;
  }

  /** Links two claims. */
  link(from: ClaimId, kind: Link['kind'], to: ClaimId, note = ''): LinkId {
    const id = this.#nextId('link');
    this.#add({ type: 'link', id, created: this.#stamp(), from, to, kind, note });
    return id;
  }

  // Parsing here keeps a test from passing on a record that no case could hold.
  #add(record: AnyRecord): void {
    this.#records.push(AnyRecord.parse(record));
  }

  #nextId<T extends RecordType>(type: T): IdOf[T] {
    this.#count += 1;
    return fixedId(type, this.#count);
  }

  #nextNumber(type: 'claim' | 'source'): number {
    return this.#records.filter((record) => record.type === type).length + 1;
  }

  #stamp(): Stamp {
    const at = new Date(firstMoment + this.#count * 60_000).toISOString();
    return { at, by: this.#analyst };
  }
}

function hopOf(source: SourceId): Hop {
  return { source, manner: 'on-record', anchor: null };
}

function paragraphsOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
  }));
}
