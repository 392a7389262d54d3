import { useMemo, useState } from 'react';
import { currentRating } from '../../../../domain/analysis/ratings.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { counted } from '../../../../domain/core/counted.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import type { Source, SourceId } from '../../../../domain/records/source/record.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, select } from '../../../state/navigation.ts';
import { currentView } from '../../../state/replica.ts';
import { SourcePicker } from '../../pickers/index.ts';
import { MergeDialog } from '../parts/merge-dialog.tsx';
import { usesOf } from './source-uses.ts';

interface MergeSourceDialogProps {
  readonly screen: Screen;
  /** The source that will be taken into another. */
  readonly source: Source;
  readonly onClose: () => void;
}

/** Takes a source into another as one step, after saying what that will change. */
export function MergeSourceDialog({ screen, source, onClose }: MergeSourceDialogProps) {
  const [keep, setKeep] = useState<SourceId | null>(null);
  const without = useMemo(() => new Set([source.id]), [source.id]);
  const view = currentView();
  const kept = keep === null ? undefined : view.get(keep);

  async function merge(into: SourceId): Promise<void> {
    const outcome = await run('source/merge', { keep: into, merge: source.id });
    if (outcome !== null) select(screen, into);
  }

  return (
    <MergeDialog
      title={`Merge ${called(source)} into another source`}
      keep={keep}
      effects={kept === undefined ? null : mergeEffects(view, kept, source)}
      onMerge={(into) => void merge(into)}
      onClose={onClose}
    >
      <SourcePicker
        label="Source to keep"
        value={keep}
        without={without}
        autoFocus
        onPick={setKeep}
      />
    </MergeDialog>
  );
}

/** What merging does, in sentences; a rating that changes which letter holds is said plainly. */
function mergeEffects(view: CaseView, kept: Source, merged: Source): string[] {
  const uses = usesOf(view, merged.id);
  const effects = [
    `${called(merged)} goes; its name and aliases become aliases of ${called(kept)}.`,
  ];
  if (uses.claim > 0) effects.push(`${counted(uses.claim, 'claim')} will name ${called(kept)}.`);
  if (uses.document > 0)
    effects.push(`${counted(uses.document, 'document')} will be published by ${called(kept)}.`);
  if (uses.source > 0)
    effects.push(`${counted(uses.source, 'source')} will belong to ${called(kept)}.`);
  if (uses.rating > 0) effects.push(...ratingEffects(view, kept, merged, uses.rating));
  effects.push('What is missing in the descriptor is filled in; the notes are joined.');
  effects.push('It is one step: Undo brings both back.');
  return effects;
}

function ratingEffects(view: CaseView, kept: Source, merged: Source, count: number): string[] {
  const joined = `${counted(count, 'rating')} will join the history of ${called(kept)}.`;
  const theirs = currentRating(view, merged.id, 'admiralty-reliability');
  const ours = currentRating(view, kept.id, 'admiralty-reliability');
  const wins = theirs !== null && (ours === null || ours.created.at < theirs.created.at);
  if (!wins || ours?.value === theirs.value) return [joined];
  const before = ours === null ? 'not rated' : ours.value;
  return [
    joined,
    `The later rating holds: ${called(kept)} was ${before} and will be ${theirs.value}.`,
  ];
}

// Sources that are to be merged may be called alike; their numbers tell them apart.
function called(source: Source): string {
  return `${shortName(source)} “${source.name}”`;
}
