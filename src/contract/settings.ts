import { z } from 'zod';

/** The copies that Assay makes of a case by itself, as long as it changes. */
export const AutomaticCopies = z.strictObject({
  every: z.enum(['never', 'hour', 'day']),
  /** How many of each case are kept; the oldest goes when a newer one was verified. */
  keep: z.int().min(1).max(100),
});
export type AutomaticCopies = z.infer<typeof AutomaticCopies>;

/** What the analyst set for the app as a whole, on this machine. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** The name under which changes are recorded. */
  analyst: z.string().min(1).max(200),
  copies: AutomaticCopies,
});
export type Settings = z.infer<typeof Settings>;

/** A case opened before, latest first. `key` stands for its path, which the window never sees to give back. */
export interface RecentCase {
  readonly key: string;
  readonly name: string;
  readonly path: string;
  /** When it was last opened: ISO 8601, UTC. */
  readonly openedAt: string;
}
