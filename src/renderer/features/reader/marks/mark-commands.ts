import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { TagChoice } from '../../../../domain/records/tag/commands.ts';
import type { ClaimId } from '../../../../domain/records/claim/record.ts';
import type { Highlight, HighlightId } from '../../../../domain/records/highlight/record.ts';
import { createdId, run } from '../../../state/commands.ts';
import { select } from '../../../state/navigation.ts';
import { wordBoundary } from '../surface/word-boundary.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';
import type { AnyId } from '../../../../domain/records/registry.ts';
import type { TagId } from '../../../../domain/records/tag/record.ts';

/** What the reader's actions act on: words that are selected, or a highlight that is there. */
export type Target =
  | { readonly kind: 'words'; readonly document: DocumentId; readonly range: Range }
  | { readonly kind: 'highlight'; readonly highlight: Highlight };

/** Highlights words, with tags and a note if given, and selects the highlight; a highlight gets the same added. Null when refused. */
export async function mark(
  target: Target,
  { tags = [], note = '' }: { tags?: TagChoice[]; note?: string } = {},
): Promise<HighlightId | null> {
  if (target.kind === 'words') {
    const { document, range } = target;
    const outcome = await run('highlight/create', { document, ranges: [range], tags, note });
    const id = createdId(outcome, 'highlight');
    // In the inspector, so that what was made can be written on at once.
    if (id !== null) select('reader', id);
    return id;
  }
  const { highlight } = target;
  if (tags.length > 0)
    await run('highlight/tag', { highlights: [highlight.id], ...toggled(highlight, tags) });
  // Tags and notes come one at a time, from a tool each.
  if (note !== highlight.note && tags.length === 0) {
    const changes = { note };
    if ((await run('highlight/update', { highlight: highlight.id, changes })) === null) return null;
  }
  return highlight.id;
}

/** Makes a claim of words or of a highlight, and selects it. */
export async function makeClaim(target: Target): Promise<ClaimId | null> {
  const on =
    target.kind === 'words'
      ? { document: target.document, ranges: [target.range] }
      : { highlight: target.highlight.id };
  const id = createdId(await run('claim/create', { on }), 'claim');
  if (id !== null) select('reader', id);
  return id;
}

/** Removes a highlight, and the claims that it alone holds in their document. */
export async function removeHighlight(highlight: HighlightId): Promise<void> {
  const outcome = await run('highlight/remove', { highlights: [highlight] });
  if (outcome !== null) select('reader', null);
}

/** Moves an edge of a highlight by a word; nothing happens where it would become empty. */
export async function moveEdge(
  text: string,
  { id, spans }: Highlight,
  edge: 'start' | 'end',
  direction: 1 | -1,
): Promise<void> {
  // Without their quotes, which the command takes from the text anew.
  const ranges = spans.map(({ start, end }) => ({ start, end }));
  const moving = edge === 'start' ? ranges[0] : ranges.at(-1);
  if (moving === undefined) return;
  moving[edge] = wordBoundary(text, moving[edge], direction);

  if (moving.start >= moving.end) return;
  await run('highlight/update', { highlight: id, changes: { ranges } });
}

/** The record to show for a highlight: its claim if it has just one, else the highlight itself. */
export function recordOf(view: CaseView, highlight: HighlightId): AnyId {
  const [claim, ...others] = claimsOn(view, highlight);
  return claim !== undefined && others.length === 0 ? claim.id : highlight;
}

/** Tags that are on the highlight come off, and the others go on: the same key puts a tag on and takes it off. */
function toggled(
  { tags }: Highlight,
  asked: readonly TagChoice[],
): { add: TagChoice[]; remove: TagId[] } {
  const remove = tags.filter((tag) => asked.includes(tag));
  return { add: asked.filter((tag) => typeof tag !== 'string' || !remove.includes(tag)), remove };
}
