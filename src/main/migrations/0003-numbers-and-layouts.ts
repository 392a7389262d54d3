import { z } from 'zod';
import type { Migration, WholeCase } from './migration.ts';

/**
 * From format 3 to 4: claims and sources have a short number, in the order in which they came into the case; a document refers
 * to the layout of its pages, which none of before has; and no claim or highlight has a tag or a highlight twice, which
 * earlier programs did not look at.
 */
export const numbersAndLayouts: Migration = {
  from: 3,
  record: (record, whole) => {
    const known = AnyOld.safeParse(record);
    return known.success ? { ...known.data, ...changesOf(known.data, whole) } : record;
  },
};

const Ids = z.array(z.string());
const AnyOld = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('source'), id: z.string() }),
  z.looseObject({ type: z.literal('claim'), id: z.string(), highlights: Ids, tags: Ids }),
  z.looseObject({ type: z.literal('document') }),
  z.looseObject({ type: z.literal('highlight'), tags: Ids }),
]);

function changesOf(record: z.infer<typeof AnyOld>, whole: WholeCase): object {
  switch (record.type) {
    case 'source':
      return { number: whole.ordinalOf(record.id) };
    case 'document':
      return { layout: null };
    case 'claim':
      return {
        number: whole.ordinalOf(record.id),
        highlights: once(record.highlights),
        tags: once(record.tags),
      };
    case 'highlight':
      return { tags: once(record.tags) };
  }
}

function once(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
