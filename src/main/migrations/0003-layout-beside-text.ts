import { z } from 'zod';
import type { Migration } from './migration.ts';

const OldDocument = z.looseObject({ type: z.literal('document') });

/**
 * From format 3 to 4: a document refers to the layout of its pages, which is kept in `layouts/` as its text is in `texts/`.
 * No document of before has one.
 */
export const layoutBesideText: Migration = {
  from: 3,
  record: (record) => {
    const document = OldDocument.safeParse(record);
    return document.success ? { ...document.data, layout: null } : record;
  },
};
