import { z } from 'zod';

/** What the analyst set for the app as a whole, on this machine. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** The name under which changes are recorded. */
  analyst: z.string().min(1).max(200),
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
