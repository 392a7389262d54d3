import { exactWords } from '../../../domain/anchoring/words.ts';
import type { CaseState } from '../../../domain/core/case-state.ts';
import type { Claim } from '../../../domain/records/claim/record.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import type { Highlight } from '../../../domain/records/highlight/record.ts';
import type { Rating } from '../../../domain/records/rating/record.ts';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import type { Source, SourceId } from '../../../domain/records/source/record.ts';
import type { Stamp } from '../../../domain/core/stamp.ts';
import { caseFolder } from '../disk/case-folder.ts';
import { Checkpointer } from '../checkpoints/checkpointer.ts';
import { makeCaseFolder } from '../opening/create-case.ts';
import { FolderJournal } from '../journal/folder-journal.ts';
import { IdSource } from '../disk/ids.ts';
import { type SealedLine, sealLine } from '../journal/journal-line.ts';
import { loadCase } from '../opening/load-case.ts';
import { TextStore } from '../texts/texts.ts';

/** How large a case is to be. */
export interface CaseSize {
  readonly documents: number;
  /** Highlights in each document; every second one has a claim, every claim a rating. */
  readonly highlights: number;
}

const sources = 500;
const documentsAtOnce = 200;

/**
 * Makes a case of any size in a new folder, with the store's own journal and checkpoints but without running commands, which
 * would take minutes. Texts are the same few, so that what is measured are records.
 */
export async function makeLargeCase(path: string, size: CaseSize): Promise<void> {
  const now = clock();
  const made = await makeCaseFolder(path, { name: 'A large case', analyst: 'Bench', now });
  if (!made.ok) throw new Error(made.error.message);
  const folder = caseFolder(path);
  const loaded = await loadCase(folder, { acceptNewer: false });
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { state, tail, checkpoints } = loaded.value;
  const opened = await FolderJournal.open(folder, tail);
  if (!opened.ok) throw new Error(opened.error.message);
  const journal = opened.value;
  const maker = new RecordMaker(state, await storeTexts(path), now);
  const checkpointer = new Checkpointer(folder, checkpoints, () => ({ state, mark: journal.end }));

  async function write(changes: readonly AnyRecord[][]): Promise<void> {
    const lines: SealedLine[] = [];
    for (const created of changes) {
      const diff = { created, updated: [], removed: [] };
      const entry = {
        at: now().toISOString(),
        by: maker.by,
        command: 'bench',
        label: 'Bench',
        diff,
      };
      lines.push(sealLine(lines.at(-1)?.mark ?? journal.end, entry));
    }
    const appended = await journal.append(journal.end.seq, lines);
    if (!appended.ok) throw new Error(appended.error.message);
    for (const created of changes) {
      const diff = { created, updated: [], removed: [] };
      state.apply(diff);
      checkpointer.changed(diff);
    }
  }

  await write([maker.sources()]);
  for (let done = 0; done < size.documents; done += documentsAtOnce) {
    const count = Math.min(documentsAtOnce, size.documents - done);
    await write(Array.from({ length: count }, () => maker.document(size.highlights)));
  }
  checkpointer.stop();
  const flushed = await checkpointer.flush();
  if (!flushed.ok) throw new Error(flushed.error.message);
  await journal.close();
}

/** The text of a document with what its record says of its files. */
interface KnownProse {
  readonly text: string;
  readonly files: Pick<DocumentRecord, 'text' | 'length' | 'layout' | 'original'>;
}

async function storeTexts(path: string): Promise<KnownProse[]> {
  const texts = Array.from({ length: 20 }, (_, index) => proseOf(index));
  const files = texts.map((text) => {
    const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
    const original = { bytes: Buffer.from(text), extension: 'txt' };
    return { documents: [{ text: { text, blocks } }], original };
  });
  const stored = await new TextStore(caseFolder(path)).putImports(files);
  if (!stored.ok) throw new Error(stored.error.message);
  return stored.value.flatMap(({ original, documents }, index) =>
    documents.map(({ text: { hash, length }, layout }) => ({
      ...{ text: texts[index] ?? '', files: { text: hash, length, layout, original } },
    })),
  );
}

class RecordMaker {
  readonly by;
  readonly #ids: IdSource;
  readonly #texts: readonly KnownProse[];
  readonly #now: () => Date;
  readonly #sources: SourceId[] = [];
  #made = 0;
  #claims = 0;
  #named = 0;

  constructor(state: CaseState, texts: readonly KnownProse[], now: () => Date) {
    const [analyst] = state.all('analyst');
    if (analyst === undefined) throw new Error('The case has no analyst');
    this.by = analyst.id;
    this.#texts = texts;
    this.#now = now;
    this.#ids = new IdSource(now);
  }

  sources(): Source[] {
    return Array.from({ length: sources }, (_, index): Source => {
      const id = this.#ids.next('source');
      this.#sources.push(id);
      return {
        ...{
          type: 'source',
          id,
          number: index + 1,
          created: this.#stamp(),
          name: `Source ${index}`,
          kind: 'outlet',
        },
        ...{ aliases: [], parent: null, note: '' },
        descriptor: { access: '', record: '', bias: '' },
      };
    });
  }

  document(highlights: number): AnyRecord[] {
    const number = this.#made;
    this.#made += 1;
    const source = this.#texts[number % this.#texts.length];
    if (source === undefined) throw new Error('There is no text');
    const { text, files } = source;
    const document: DocumentRecord = {
      ...{ type: 'document', id: this.#ids.next('document'), created: this.#stamp() },
      ...{
        title: `Report ${number}`,
        authors: ['Maren Oduva'],
        date: '2026-03-15',
        language: 'en',
      },
      ...{ url: null, publisher: this.#source(), note: '', format: 'text', encoding: 'utf-8' },
      ...{ fileName: `${number}.txt`, ...files },
    };
    const records: AnyRecord[] = [document];
    for (let index = 0; index < highlights; index += 1) {
      const highlight = this.#highlight(document, text, index);
      records.push(highlight);
      if (index % 2 === 0) records.push(...this.#claim(highlight));
    }
    return records;
  }

  #highlight(document: DocumentRecord, text: string, index: number): Highlight {
    const start = Math.floor(((index % 40) * (text.length - 100)) / 40);
    const end = start + 60;
    const exact = text.slice(start, end);
    const prefix = text.slice(Math.max(0, start - 32), start);
    const suffix = text.slice(end, end + 32);
    return {
      ...{ type: 'highlight', id: this.#ids.next('highlight'), created: this.#stamp() },
      ...{ document: document.id, tags: [], note: '' },
      spans: [{ start, end, exact, prefix, suffix }],
    };
  }

  #claim(highlight: Highlight): [Claim, Rating] {
    const id = this.#ids.next('claim');
    this.#claims += 1;
    const claim: Claim = {
      ...{
        type: 'claim',
        id,
        number: this.#claims,
        created: this.#stamp(),
        document: highlight.document,
      },
      highlights: [highlight.id],
      statement: exactWords(highlight),
      attribution: [0, 1].map(() => ({
        source: this.#source(),
        manner: 'on-record' as const,
        anchor: null,
      })),
      ...{ hedge: 'asserted', eventTime: null, place: 'Narsova', tags: [], note: '' },
    };
    const rating: Rating = {
      ...{ type: 'rating', id: this.#ids.next('rating'), created: this.#stamp(), subject: id },
      ...{ scale: 'admiralty-credibility', value: '3', reason: '' },
    };
    return [claim, rating];
  }

  #source(): SourceId {
    this.#named += 1;
    const source = this.#sources[(this.#named * 7) % this.#sources.length];
    if (source === undefined) throw new Error('There is no source');
    return source;
  }

  #stamp(): Stamp {
    return { at: this.#now().toISOString(), by: this.by };
  }
}

function proseOf(number: number): string {
  const sentence = `Report ${number}: an official said that the road near Narsova was closed again.`;
  return Array.from({ length: 50 }, () => sentence).join(' ');
}

function clock(): () => Date {
  let moment = Date.parse('2026-03-01T09:00:00Z');
  return () => new Date((moment += 10));
}
