import type { CaseView } from '../../domain/core/case-state.ts';
import type { Inspectors, ScreenContribution } from '../state/screen.ts';
import * as contributions from './screens.ts';

/** Every screen of an open case, in the order of the rail. */
export const screens: readonly ScreenContribution[] = Object.values(contributions).sort(
  (a, b) => a.position - b.position,
);

/**
 * The inspectors of all screens together. Each is contributed by the screen its records are at home on, and shown on
 * any.
 */
export const inspectors = screens.reduce<Inspectors>(
  (all, screen) => ({ ...all, ...screen.inspectors }),
  {},
);

/** Makes beforehand, in short steps, what the screens would otherwise keep the analyst waiting for. */
export function* prepareScreens(view: CaseView): Generator<undefined> {
  for (const { prepare } of screens) yield* prepare?.(view) ?? [];
}
