import type { DocumentRecord } from '../../src/domain/records/document/record.ts';
import type { Source } from '../../src/domain/records/source/record.ts';
import type { Tag } from '../../src/domain/records/tag/record.ts';
import type { Hedge, LinkKind, Manner } from '../../src/domain/records/vocabulary.ts';
import type { Verdict } from '../../src/domain/scales/verdict.ts';
import type { Words } from './quotes.ts';

/** The documents of the sample case, by the short names that its annotation uses. */
export const files = {
  wire: '01-littoral-wire.txt',
  courier: '02-narsova-courier.md',
  ledger: '03-ardane-ledger.html',
  ministry: '04-interior-ministry-statement.txt',
  brigades: '05-dervan-brigades-announcement.txt',
  memo: '06-port-authority-memo.md',
  craneFour: '07-crane-four-post.txt',
  madar: '08-madar-al-sahil.html',
  correction: '09-littoral-correction.txt',
} as const;
export type FileKey = keyof typeof files;

/** A source as the analyst writes it down; a parent is another source's name. */
export interface SourceEntry extends Pick<Source, 'name' | 'kind'> {
  readonly aliases?: readonly string[];
  readonly parent?: string;
  /** What it can know of what it says. */
  readonly access: string;
  readonly record?: string;
  readonly bias?: string;
}

/** A tag of the codebook; a parent is another tag's name. */
export interface TagEntry extends Pick<Tag, 'name' | 'definition'> {
  readonly parent?: string;
  readonly colour?: number;
  readonly key?: string;
}

/** What the analyst knows of a document and its file does not say; the publisher is a source's name. */
export interface DocumentEntry extends Partial<
  Pick<DocumentRecord, 'title' | 'authors' | 'date' | 'language' | 'note'>
> {
  readonly file: FileKey;
  readonly publisher: string;
}

/** One hop of an attribution: a source's name, its manner, and the words that name it. */
export type HopEntry =
  | readonly [source: string, manner: Manner]
  | readonly [source: string, manner: Manner, words: string];

/** A highlight without a claim. */
export interface HighlightEntry {
  readonly file: FileKey;
  readonly words: Words;
  readonly tags: readonly string[];
  readonly note?: string;
}

/** A claim with its key, by which judgements and links name it. */
export interface ClaimEntry {
  readonly key: string;
  readonly file: FileKey;
  readonly words: Words;
  readonly statement: string;
  readonly chain: readonly HopEntry[];
  /** Asserted unless given. */
  readonly hedge?: Hedge;
  readonly time?: { readonly edtf: string; readonly words?: string };
  readonly place?: string;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly evidence?: { readonly file: FileKey; readonly words: Words };
}

/** A new chain for a claim, once more is known of it. */
export interface ChainEntry {
  readonly claim: string;
  readonly chain: readonly HopEntry[];
}

/** Two names for one source, found out later. */
export interface MergeEntry {
  readonly keep: string;
  readonly merge: string;
}

/** A letter for a source, by its name. */
export interface ReliabilityEntry {
  readonly source: string;
  readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly reason: string;
}

/** What the analyst made of a claim. */
export interface JudgementEntry {
  readonly claim: string;
  readonly credibility?: readonly [digit: '1' | '2' | '3' | '4' | '5' | '6', reason: string];
  readonly verdict?: readonly [verdict: Verdict, reason: string];
}

/** How one claim stands to another. */
export interface LinkEntry {
  readonly from: string;
  readonly kind: LinkKind;
  readonly to: string;
  readonly note?: string;
}

/** What the analyst did in one sitting, in this order. */
export interface Sitting {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly imports?: readonly FileKey[];
  readonly tags?: readonly TagEntry[];
  readonly sources?: readonly SourceEntry[];
  readonly documents?: readonly DocumentEntry[];
  readonly claims?: readonly ClaimEntry[];
  readonly highlights?: readonly HighlightEntry[];
  readonly merges?: readonly MergeEntry[];
  readonly chains?: readonly ChainEntry[];
  readonly reliability?: readonly ReliabilityEntry[];
  readonly judgements?: readonly JudgementEntry[];
  readonly links?: readonly LinkEntry[];
  readonly caseDetails?: {
    readonly question?: string;
    readonly sourceSummary?: string;
    readonly tlp?: 'clear';
  };
}
