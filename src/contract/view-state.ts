import { z } from 'zod';

/**
 * How the analyst left the screens of one case: table layouts, what was read, where the reader stood. Not part of the
 * case itself: it is neither journalled nor undone, and stays on this machine. Keys are the screens'; values theirs.
 */
export const ViewState = z.record(z.string().max(100), z.json());
export type ViewState = z.infer<typeof ViewState>;

/** Under this key the window remembers the id of the document that was read last. */
export const lastReadKey = 'reader/last';
