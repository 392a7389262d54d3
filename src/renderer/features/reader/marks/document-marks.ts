import type { CaseView } from '../../../../domain/core/case-state.ts';
import { startOf } from '../../../../domain/anchoring/place.ts';
import type { SpannedHighlight } from '../../../../domain/anchoring/split.ts';
import { verdictOf } from '../../../../domain/analysis/ratings.ts';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { type Diff, changesOf } from '../../../../domain/core/diff.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { AnyId, AnyRecord } from '../../../../domain/records/registry.ts';
import type { Block } from '../../../../domain/core/text.ts';
import type { Look, SurfaceMarks } from '../surface/text-surface.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';
import type { HighlightId } from '../../../../domain/records/highlight/record.ts';
import { HighlightIndex } from './highlight-index.ts';

/** A claim and where its words are in one document. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly highlight: HighlightId;
  /** UTF-16 offset of its first word there. */
  readonly start: number;
}

/**
 * What lies over the text of one document: its highlights by place, how they look, and the claims made of them. It
 * changes in place: a document may have a hundred thousand highlights, and whoever draws some of them listens for
 * those.
 */
export class DocumentMarks implements SurfaceMarks {
  readonly document: DocumentId;
  readonly index: HighlightIndex;
  #view: CaseView;
  #claims: readonly PlacedClaim[] | null = null;

  constructor(view: CaseView, document: DocumentId, blocks: readonly Block[]) {
    this.#view = view;
    this.document = document;
    this.index = new HighlightIndex(blocks, view.referring(document, 'highlight'));
  }

  over(block: number): readonly SpannedHighlight[] {
    return this.index.over(block);
  }

  subscribe(block: number, listener: () => void): () => void {
    return this.index.subscribe(block, listener);
  }

  look(id: HighlightId): Look {
    // One colour and one verdict can be shown: those of the first tag and the first claim.
    const tag = this.#view.get(id)?.tags[0];
    const [claim] = claimsOn(this.#view, id);
    return {
      colour: tag === undefined ? null : (this.#view.get(tag)?.colour ?? null),
      verdict: claim === undefined ? null : verdictOf(this.#view, claim.id),
    };
  }

  /** The claims with words in the document, in the order of their first words there. */
  claims(): readonly PlacedClaim[] {
    this.#claims ??= placedClaims(this.#view, this.document);
    return this.#claims;
  }

  /** Reads everything again, after changes that were not followed or in another copy of the case. */
  restart(view: CaseView): void {
    this.#view = view;
    this.#claims = null;
    this.index.restart(this.#view.referring(this.document, 'highlight'));
  }

  /** Follows a change that the view already has in it; touches only the blocks under what changed. */
  follow(diff: Diff): void {
    const changes = changesOf(diff);
    // Highlights whose blocks are told by `replace`; all others that look different only have to be touched.
    const moved = new Set<AnyId>();
    const touched = new Set<AnyId>();
    if (changes.some(([, { before, after }]) => this.#carriesClaims(after ?? before))) {
      this.#claims = null;
    }
    for (const [id, { before, after }] of changes) {
      const was = this.#own(before);
      const is = this.#own(after);
      if (was === null && is === null) {
        // A claim that came, went or changed gives its highlights another verdict: those it had and those it has.
        for (const highlight of [...behind(before), ...behind(after)]) touched.add(highlight);
        if ((before ?? after)?.type === 'rating') this.#touchRated(before ?? after, touched);
        if ((before ?? after)?.type === 'tag') {
          for (const referrer of this.#view.referrers(id)) touched.add(referrer);
        }
        continue;
      }
      moved.add(id);
      this.index.replace(was, is);
    }
    this.index.touch([...touched].flatMap((id) => (moved.has(id) ? [] : this.#ownById(id))));
  }

  /** A rating may be a verdict, in whose colour the words of its claim are underlined. */
  #touchRated(rating: AnyRecord | null, touched: Set<AnyId>): void {
    if (rating?.type !== 'rating') return;
    const subject: AnyRecord | undefined = this.#view.get(rating.subject);
    for (const highlight of behind(subject ?? null)) touched.add(highlight);
  }

  #carriesClaims(record: AnyRecord | null): boolean {
    if (record?.type === 'claim') return true;
    // A highlight that moved takes the place of its claims in the margin with it.
    return record?.type === 'highlight' && claimsOn(this.#view, record.id).length > 0;
  }

  #own(record: AnyRecord | null): SpannedHighlight | null {
    return record?.type === 'highlight' && record.document === this.document ? record : null;
  }

  #ownById(id: AnyId): SpannedHighlight[] {
    const own = this.#own(this.#view.get(id) ?? null);
    return own === null ? [] : [own];
  }
}

/** The highlights a claim is made of; none for any other record. */
function behind(record: AnyRecord | null): readonly HighlightId[] {
  return record?.type === 'claim' ? record.highlights : [];
}

function placedClaims(view: CaseView, document: DocumentId): PlacedClaim[] {
  const claims = new Set<Claim>();
  for (const { id } of view.referring(document, 'highlight')) {
    for (const claim of view.referring(id, 'claim')) claims.add(claim);
  }
  const placed: PlacedClaim[] = [];
  for (const claim of claims) {
    const own = claim.highlights
      .map((id) => view.get(id))
      .filter((highlight) => highlight !== undefined)
      .filter((highlight) => highlight.document === document)
      .sort((a, b) => startOf(a) - startOf(b));
    const [first] = own;
    if (first !== undefined) placed.push({ claim, highlight: first.id, start: startOf(first) });
  }
  // Ids decide between claims of the same words, so that cards do not change places.
  return placed.sort((a, b) => a.start - b.start || (a.claim.id < b.claim.id ? -1 : 1));
}
