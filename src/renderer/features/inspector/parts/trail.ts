import { type Screen, select, useNavigation, useSelected } from '../../../state/navigation.ts';
import { createPerCase } from '../../../state/per-case.ts';
import { useRecord } from '../../../state/replica.ts';
import { type AnyId, typeOfId } from '../../../../domain/records/registry.ts';

/** One step from a record to another inside an inspector. */
interface Step {
  readonly from: AnyId;
  readonly to: AnyId;
}

interface TrailStore {
  readonly steps: Readonly<Partial<Record<Screen, readonly Step[]>>>;
}

const useTrail = createPerCase<TrailStore>({ steps: {} });

/** Shows another record in a screen's inspector, with a way back to the one shown now. */
export function inspect(screen: Screen, to: AnyId): void {
  const from = useNavigation.getState().selected[screen] ?? null;
  if (from === to) return;
  if (from !== null) {
    useTrail.setState(({ steps }) => ({
      steps: { ...steps, [screen]: [...usable(steps[screen], from), { from, to }] },
    }));
  }
  select(screen, to);
}

/** The record the inspector came from, if what it shows was reached by {@link inspect}. */
export function useWayBack(screen: Screen): { kind: string; go: () => void } | null {
  const steps = useTrail((trail) => trail.steps[screen]);
  const selected = useSelected(screen);
  const step = selected === null ? undefined : usable(steps, selected).at(-1);
  const origin = useRecord(step?.from);
  if (step === undefined || origin === undefined) return null;
  return {
    kind: typeOfId(step.from),
    go: () => {
      useTrail.setState((trail) => ({
        steps: { ...trail.steps, [screen]: (trail.steps[screen] ?? []).slice(0, -1) },
      }));
      select(screen, step.from);
    },
  };
}

// Steps that do not lead to what is shown were left by selecting something else.
function usable(steps: readonly Step[] | undefined, shown: AnyId): readonly Step[] {
  return steps?.at(-1)?.to === shown ? steps : [];
}
