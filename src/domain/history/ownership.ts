import type { AnyId } from '../core/ids.ts';
import type { AnyRecord } from '../records/registry.ts';

/** The records whose history a record is part of, besides its own: a rating belongs to what it rates, a highlight to its document. */
export function ownersOf(record: AnyRecord): readonly AnyId[] {
  switch (record.type) {
    case 'rating':
      return [record.subject];
    case 'link':
      return [record.from, record.to];
    case 'highlight':
    case 'claim':
      return [record.document];
    case 'case':
    case 'analyst':
    case 'document':
    case 'tag':
    case 'source':
      return [];
  }
}
