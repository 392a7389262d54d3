import { z } from 'zod';

/**
 * The short number of a claim or a source, for people: 12 in C12. It is given once, counted up from 1 for each type, and never
 * given again, also when its record was removed, merged or undone.
 */
export const ShortNumber = z.int().min(1).max(999_999_999);
