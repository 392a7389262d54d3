import { fileURLToPath } from 'node:url';
import type { CommandInput, CommandName } from '../../src/domain/commands/registry.ts';
import {
  type AnyId,
  type IdOf,
  type RecordOf,
  type RecordType,
  typeOfId,
} from '../../src/domain/records/registry.ts';
import { type ImportInput, importDocuments } from '../../src/main/services/import-documents.ts';
import type { DocumentId } from '../../src/domain/records/document/record.ts';
import { fileInput } from '../../src/main/services/import-inputs.ts';
import { createImportPool } from '../../src/main/formats/documents/import-worker-pool.ts';
import type { CaseStore } from '../../src/main/store/case-store.ts';
import {
  type ClaimEntry,
  type FileKey,
  type HighlightEntry,
  type HopEntry,
  type JudgementEntry,
  type LinkEntry,
  type Sitting,
  type SourceEntry,
  type TagEntry,
  files,
} from './content.ts';
import { type Words, findWords } from './quotes.ts';

const documentsFolder = new URL('../../resources/sample-case/documents/', import.meta.url);
const workerPath = new URL('../../src/main/formats/documents/worker.ts', import.meta.url);

/** A clock that stands still until it is moved, so that every build of the case has the same times. */
export class SampleClock {
  #moment = 0;

  /** Now. */
  readonly now = (): Date => new Date(this.#moment);

  /** Jumps to a moment, ISO 8601. */
  moveTo(moment: string): void {
    this.#moment = Date.parse(moment);
  }

  /** Lets the time pass that an analyst takes over a small step. */
  tick(): void {
    this.#moment += 20_000;
  }
}

/** Works on a case as an analyst would: through the importer and the commands, finding words by what they say. */
export class SampleAnalyst {
  readonly #store: CaseStore;
  readonly #clock: SampleClock;
  readonly #pool = createImportPool({ workerPath });
  readonly #claims = new Map<string, IdOf['claim']>();

  constructor(store: CaseStore, clock: SampleClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Does all that was done in one sitting. Throws where anything is refused. */
  async sit(sitting: Sitting): Promise<void> {
    this.#clock.moveTo(sitting.at);
    await this.#import(sitting.imports ?? []);
    if (sitting.caseDetails !== undefined) await this.#run('case/update', sitting.caseDetails);
    for (const tag of sitting.tags ?? []) await this.#tag(tag);
    for (const source of sitting.sources ?? []) await this.#source(source);
    for (const { file, publisher, ...changes } of sitting.documents ?? []) {
      const details = { ...changes, publisher: this.#sourceId(publisher) };
      const input = { document: this.#documentId(file), changes: details };
      await this.#run('document/update', input);
    }
    for (const claim of sitting.claims ?? []) await this.#claim(claim);
    for (const highlight of sitting.highlights ?? []) await this.#highlight(highlight);
    for (const { keep, merge } of sitting.merges ?? []) {
      const input = { keep: this.#sourceId(keep), merge: this.#sourceId(merge) };
      await this.#run('source/merge', input);
    }
    for (const { claim, chain } of sitting.chains ?? []) await this.#rechain(claim, chain);
    for (const { source, letter, reason } of sitting.reliability ?? [])
      await this.#rate([this.#sourceId(source)], 'admiralty-reliability', [letter, reason]);
    for (const judgement of sitting.judgements ?? []) await this.#judge(judgement);
    for (const link of sitting.links ?? []) await this.#link(link);
  }

  /** Ends the import worker. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #import(keys: readonly FileKey[]): Promise<void> {
    if (keys.length === 0) return;
    const inputs: ImportInput[] = keys.map((key) =>
      fileInput(fileURLToPath(new URL(files[key], documentsFolder))),
    );
    const report = await importDocuments({
      ...{ job: 'sample', store: this.#store, pool: this.#pool, inputs },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!report.ok) throw new Error(report.error.message);
    for (const outcome of report.value.outcomes) {
      if (outcome.status === 'failed') throw new Error(outcome.error.message);
    }
    this.#clock.tick();
  }

  async #tag({ parent, ...details }: TagEntry): Promise<void> {
    const under = parent === undefined ? {} : { parent: this.#tagId(parent) };
    await this.#run('tag/create', { ...details, ...under });
  }

  // A publisher that the import has made into a source is described, not made again.
  async #source({ name, kind, aliases = [], parent, ...described }: SourceEntry): Promise<void> {
    const { access, record = '', bias = '' } = described;
    const details = {
      ...{ name, kind, aliases: [...aliases], descriptor: { access, record, bias } },
      ...(parent === undefined ? {} : { parent: this.#sourceId(parent) }),
    };
    const source = this.#find('source', (known) => known.name === name);
    if (source === undefined) await this.#run('source/create', details);
    else await this.#run('source/update', { source, changes: details });
  }

  async #claim(entry: ClaimEntry): Promise<void> {
    const { key, file, words, chain, time, tags, evidence, ...details } = entry;
    const document = this.#documentId(file);
    const { statement, hedge = 'asserted', place = '', note = '' } = details;
    const created = await this.#run('claim/create', {
      ...{ statement, hedge, place, note },
      on: { document, ranges: await this.#ranges(document, words) },
      attribution: await this.#hops(document, chain),
      tags: tags.map((tag) => this.#tagId(tag)),
      eventTime:
        time === undefined
          ? null
          : { edtf: time.edtf, anchor: await this.#anchor(document, time.words) },
    });
    const id = created.find((candidate) => isIdOf(candidate, 'claim'));
    if (id === undefined) throw new Error(`The claim ${key} was not made`);
    this.#claims.set(key, id);
    if (evidence === undefined) return;
    const further = this.#documentId(evidence.file);
    const more = { document: further, ranges: await this.#ranges(further, evidence.words) };
    await this.#run('claim/evidence', { claim: id, add: [more] });
  }

  async #highlight({ file, words, tags, note = '' }: HighlightEntry): Promise<void> {
    const document = this.#documentId(file);
    const ranges = await this.#ranges(document, words);
    const tagged = tags.map((tag) => this.#tagId(tag));
    await this.#run('highlight/create', { document, ranges, tags: tagged, note });
  }

  async #rechain(key: string, chain: readonly HopEntry[]): Promise<void> {
    const claim = this.#claimId(key);
    const document = this.#store.view.get(claim)?.document;
    if (document === undefined) throw new Error(`There is no claim ${key}`);
    const attribution = await this.#hops(document, chain);
    await this.#run('claim/update', { claim, changes: { attribution } });
  }

  async #judge({ claim, credibility, verdict }: JudgementEntry): Promise<void> {
    const subjects = [this.#claimId(claim)];
    if (credibility !== undefined) await this.#rate(subjects, 'admiralty-credibility', credibility);
    if (verdict !== undefined) await this.#rate(subjects, 'verdict', verdict);
  }

  async #rate(
    subjects: CommandInput<'rating/add'>['subjects'],
    scale: CommandInput<'rating/add'>['scale'],
    [value, reason]: readonly [string, string],
  ): Promise<void> {
    await this.#run('rating/add', { subjects, scale, value, reason });
  }

  async #link({ from, kind, to, note = '' }: LinkEntry): Promise<void> {
    await this.#run('link/create', {
      from: this.#claimId(from),
      to: this.#claimId(to),
      kind,
      note,
    });
  }

  async #hops(
    document: DocumentId,
    chain: readonly HopEntry[],
  ): Promise<CommandInput<'claim/create'>['attribution']> {
    const hops = chain.map(async ([source, manner, words]) => ({
      ...{ source: this.#sourceId(source), manner },
      anchor: await this.#anchor(document, words),
    }));
    return Promise.all(hops);
  }

  async #anchor(document: DocumentId, words: string | undefined) {
    if (words === undefined) return null;
    const [range] = await this.#ranges(document, words);
    return range ?? null;
  }

  async #ranges(document: DocumentId, words: Words) {
    const text = await this.#store.readText(document);
    if (!text.ok) throw new Error(text.error.message);
    return findWords(text.value.text, words);
  }

  async #run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<readonly AnyId[]> {
    const outcome = await this.#store.run(name, input);
    if (!outcome.ok) throw new Error(`${outcome.error.message} ${JSON.stringify(input)}`);
    this.#clock.tick();
    return outcome.value.created;
  }

  #documentId(key: FileKey): DocumentId {
    return this.#findOne('document', files[key], (document) => document.fileName === files[key]);
  }

  #sourceId(name: string): IdOf['source'] {
    return this.#findOne('source', name, (source) => source.name === name);
  }

  #tagId(name: string): IdOf['tag'] {
    return this.#findOne('tag', name, (tag) => tag.name === name);
  }

  #claimId(key: string): IdOf['claim'] {
    const id = this.#claims.get(key);
    if (id === undefined) throw new Error(`There is no claim ${key}`);
    return id;
  }

  #findOne<T extends 'document' | 'source' | 'tag'>(
    type: T,
    name: string,
    matches: (record: RecordOf[T]) => boolean,
  ): RecordOf[T]['id'] {
    const id = this.#find(type, matches);
    if (id === undefined) throw new Error(`There is no ${type} “${name}”`);
    return id;
  }

  #find<T extends 'document' | 'source' | 'tag'>(
    type: T,
    matches: (record: RecordOf[T]) => boolean,
  ): RecordOf[T]['id'] | undefined {
    for (const record of this.#store.view.all(type)) if (matches(record)) return record.id;
    return undefined;
  }
}

function isIdOf<T extends RecordType>(id: AnyId, type: T): id is Extract<AnyId, IdOf[T]> {
  return typeOfId(id) === type;
}
