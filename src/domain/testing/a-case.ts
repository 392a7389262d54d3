import { CaseState } from '../core/case-state.ts';
import { type CommandInput, type CommandName, prepareCommand } from '../commands/registry.ts';
import type { Diff } from '../core/diff.ts';
import type { ChangeError } from '../core/errors.ts';
import type { AnyId, IdOf, RecordFor, RecordType } from '../records/registry.ts';
import type { Result } from '../core/result.ts';
import { fixedHash, fixedId } from './fixed-ids.ts';
import type { Sha256 } from '../core/record-id.ts';
import type { AnalystId } from '../records/analyst/record.ts';
import type { DocumentId } from '../records/document/record.ts';
import type { HighlightId } from '../records/highlight/record.ts';

/** What a case for a test starts with. */
export interface CasePlan {
  /** The documents' texts; brackets mark highlights: `'NATO [left] Baghdad.'`. */
  readonly documents?: readonly string[];
}

/** A text and the hash that stands for it; any hash will do where no file is read. */
export interface KnownText {
  readonly hash: Sha256;
  readonly text: string;
}

/** Makes a case for a test, with ids and times that are the same on every run. */
export function aCase({ documents = [] }: CasePlan = {}): TestCase {
  const made = new TestCase();
  for (const marked of documents) made.addDocument(marked);
  return made;
}

/**
 * A case that commands can be run on without a store: what stands in it got there by commands. Where a test wants records
 * that it says itself, such as when they were made, `CaseBuilder` writes them without any command.
 */
export class TestCase {
  readonly view = new CaseState();
  /** The documents of the plan, in order. */
  readonly documents: DocumentId[] = [];
  /** The marked words of the plan, in order. */
  readonly highlights: HighlightId[] = [];
  readonly analyst: AnalystId;
  readonly #texts = new Map<Sha256, string>();
  #ids = 0;

  constructor() {
    this.analyst = this.#newId('analyst');
    this.run('case/create', {
      name: 'Test',
      analyst: { type: 'analyst', id: this.analyst, name: 'Ada' },
    });
  }

  /** Runs a command that must succeed, and answers what it changed. */
  run<N extends CommandName>(name: N, input: CommandInput<N>): Diff {
    const result = this.attempt(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }

  /** Runs a command that must be refused, and answers why. */
  refused<N extends CommandName>(name: N, input: CommandInput<N>): ChangeError {
    const result = this.attempt(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.error;
  }

  /** Runs a command; if it succeeds, its diff is in the view. */
  attempt(name: string, input: unknown): Result<Diff, ChangeError> {
    const prepared = prepareCommand(name, input);
    if (!prepared.ok) return prepared;
    const asked = prepared.value.documents(this.view);
    const result = prepared.value.run({
      view: this.view,
      at: '2026-03-15T12:00:00.000Z',
      by: this.analyst,
      newId: (type) => this.#newId(type),
      textOf: (document) => {
        if (!asked.includes(document)) throw new Error(`${name} did not ask for ${document}`);
        return this.textOf(document);
      },
    });
    if (result.ok) this.view.apply(result.value);
    return result;
  }

  /** The command's label, as the menu would show it now. */
  label<N extends CommandName>(name: N, input: CommandInput<N>): string {
    const prepared = prepareCommand(name, input);
    if (!prepared.ok) throw new Error(prepared.error.message);
    return prepared.value.label(this.view);
  }

  /** The record of an id that must be there. */
  the<I extends AnyId>(id: I): RecordFor<I> {
    const record = this.view.get(id);
    if (record === undefined) throw new Error(`${id} is not there`);
    return record;
  }

  /** Imports a document whose bracketed words are highlighted. */
  addDocument(marked: string, publisher: string | null = null): DocumentId {
    const { text, ranges } = readBrackets(marked);
    const known = { hash: fixedHash(this.#texts.size), text };
    this.know(known);
    const title = `Document ${this.documents.length + 1}`;
    const imported = this.run('document/import', {
      documents: [describeText(known, { title, publisher })],
    });
    const document = imported.created.find((record) => record.type === 'document');
    if (document === undefined) throw new Error('No document was imported');
    this.documents.push(document.id);
    for (const range of ranges) {
      const [highlight] = this.run('highlight/create', {
        document: document.id,
        ranges: [range],
      }).created;
      if (highlight?.type === 'highlight') this.highlights.push(highlight.id);
    }
    return document.id;
  }

  /** Makes a text known, so that documents can be imported from it. */
  know({ hash, text }: KnownText): void {
    this.#texts.set(hash, text);
  }

  /** The text of a document. */
  textOf(document: DocumentId): string {
    const text = this.#texts.get(this.the(document).text);
    if (text === undefined) throw new Error(`There is no text of ${document}`);
    return text;
  }

  #newId<T extends RecordType>(type: T): IdOf[T] {
    this.#ids += 1;
    return fixedId(type, this.#ids);
  }
}

/** What `document/import` takes for a text. */
export function describeText(
  { hash, text }: KnownText,
  { title, publisher }: { title: string; publisher: string | null },
): CommandInput<'document/import'>['documents'][number] {
  return {
    ...{ title, authors: [], date: null, language: null, url: null, publisher, format: 'text' },
    ...{ encoding: 'utf-8', fileName: 'test.txt', text: hash, length: text.length },
    layout: null,
    original: { hash, extension: 'txt', size: text.length },
  };
}

function readBrackets(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = /^\[(.*)\]$/s.exec(part)?.[1];
    if (words !== undefined) ranges.push({ start: text.length, end: text.length + words.length });
    text += words ?? part;
  }
  return { text, ranges };
}
