import type { Claim } from '../../../../domain/records/claim/record.ts';
import { openReader } from '../../../state/navigation.ts';

/** Shows a claim in the reader, at the first of its words. */
export function goToClaim({ id, document, highlights: [first] }: Claim): void {
  openReader(document, { selected: id, ...(first === undefined ? {} : { highlight: first }) });
}
