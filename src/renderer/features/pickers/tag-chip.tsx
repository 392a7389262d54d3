import { useRecord } from '../../state/replica.ts';
import { Chip } from '../../ui/chip.tsx';
import type { TagId } from '../../../domain/records/tag/record.ts';

/** A tag by its name and colour; nothing if it is gone. */
export function TagChip({ tag: id, onRemove }: { tag: TagId; onRemove?: () => void }) {
  const tag = useRecord(id);
  if (tag === undefined) return null;
  return (
    <Chip label={tag.name} colour={tag.colour} {...(onRemove === undefined ? {} : { onRemove })} />
  );
}
