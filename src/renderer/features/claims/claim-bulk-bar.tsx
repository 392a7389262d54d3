import { Tag, Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { scalesFor } from '../../../domain/scales/registry.ts';
import { run } from '../../state/commands.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { TagPicker } from '../pickers/index.ts';
import { BulkBar, type RecordTableModel } from '../record-table/index.ts';
import type { ClaimRow } from './claim-rows.ts';
import { RatingDialog, type RatingQuestion } from './rating-dialog.tsx';

// The verdict, which is what most claims are selected for, comes first.
const claimScales = scalesFor('claim').toReversed();

/** What can be done with several claims at once, each as one step to undo. */
export function ClaimBulkBar({ table }: { table: RecordTableModel<ClaimRow> }) {
  const { chosen } = table;
  const [isTagging, setTagging] = useState(false);
  const [rating, setRating] = useState<RatingQuestion | null>(null);
  const claims = chosen.map(({ id }) => id);
  return (
    <>
      <BulkBar table={table} label="Selected claims">
        <Button
          icon={Tag}
          onPress={() => {
            setTagging(true);
          }}
        >
          Add a tag…
        </Button>
        <MenuButton
          label="Remove a tag"
          icon={Tags}
          hasText
          entries={tagsOn(chosen).map((tag) => ({
            id: tag.id,
            label: tag.name,
            onAction: () => void run('claim/tag', { claims, remove: [tag.id] }),
          }))}
          isDisabled={tagsOn(chosen).length === 0}
        />
        {claimScales.map(({ id, name }) => (
          <Button
            key={id}
            onPress={() => {
              setRating({ scale: id, claims });
            }}
          >
            {name}…
          </Button>
        ))}
        <Button kind="danger" icon={Trash2} onPress={() => void removeClaims(claims)}>
          Remove
        </Button>
      </BulkBar>
      <Dialog
        title={`Tag ${claims.length.toLocaleString('en-GB')} claims`}
        isOpen={isTagging}
        onClose={() => {
          setTagging(false);
        }}
      >
        <TagPicker
          label="Tag"
          autoFocus
          onPick={(tag) => {
            setTagging(false);
            void run('claim/tag', { claims, add: [tag] });
          }}
        />
      </Dialog>
      {rating !== null && (
        <RatingDialog
          question={rating}
          onClose={() => {
            setRating(null);
          }}
        />
      )}
    </>
  );
}

/** Removes claims with their ratings and links, and says so. */
export async function removeClaims(claims: readonly ClaimId[]): Promise<void> {
  if ((await run('claim/remove', { claims: [...claims] })) === null) return;
  const what =
    claims.length === 1 ? 'the claim' : `${claims.length.toLocaleString('en-GB')} claims`;
  notify('done', `Removed ${what}. Ctrl+Z takes it back.`);
}

function tagsOn(rows: readonly ClaimRow[]): ClaimRow['tags'] {
  return [...new Map(rows.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag])).values()];
}
