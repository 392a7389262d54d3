/** What can be done to files that a fault can hit; reading is not among it. */
export const operationKinds = [
  'create',
  'write',
  'truncate',
  'sync',
  'sync-folder',
  'rename',
  'link',
  'remove',
  'make-folder',
  'set-times',
] as const;
export type OperationKind = (typeof operationKinds)[number];

// What needs room on the disk.
const filling = ['create', 'write', 'rename', 'link', 'make-folder'] as const;

/**
 * Every fault, with the operations it can hit. `kill` dies before the operation, `kill-half` after half a write. `short-write`
 * writes half, and says so; `full-once` and `full` answer ENOSPC once and from then on, `io-error` and `sync-error` answer
 * EIO once. What a failed sync should have kept is lost, whatever later syncs answer, if the power goes at the end: `sync-error-cut`.
 * The other cuts take the power before the operation: see `CutLoss`.
 */
const faultTargets = {
  kill: operationKinds,
  'kill-half': ['write'],
  'short-write': ['write'],
  'full-once': filling,
  full: filling,
  'io-error': [...filling, 'truncate', 'remove', 'set-times'],
  'sync-error': ['sync', 'sync-folder'],
  'sync-error-cut': ['sync', 'sync-folder'],
  'cut-all': operationKinds,
  'cut-data': operationKinds,
  'cut-torn': operationKinds,
  'cut-names': operationKinds,
} as const satisfies Record<string, readonly OperationKind[]>;
export type FaultKind = keyof typeof faultTargets;

const faultKinds = Object.keys(faultTargets) as FaultKind[];

/** One fault at one moment. */
export interface FaultPlan {
  readonly fault: FaultKind;
  /** Which of the operations that the fault can hit, counted from 1; one more than there are is the end. */
  readonly at: number;
}

/** What a power cut takes of what was not yet synced: all, written bytes, the second half of written bytes, or names. */
export type CutLoss = 'all' | 'data' | 'torn' | 'names';

const cutLosses: { readonly [fault in FaultKind]?: CutLoss } = {
  'cut-all': 'all',
  'cut-data': 'data',
  'cut-torn': 'torn',
  'cut-names': 'names',
};

/** The power cut that a fault is, or null. */
export function cutOf(fault: FaultKind): CutLoss | null {
  return cutLosses[fault] ?? null;
}

/** Tells whether a fault can hit an operation of a kind. */
export function canHit(fault: FaultKind, kind: OperationKind): boolean {
  return faultTargets[fault].some((target) => target === kind);
}

/** Every fault that a run of these operations can meet, in the order of the operations. */
export function plansFor(operations: readonly OperationKind[]): FaultPlan[] {
  return faultKinds.flatMap((fault) => {
    const targets = operations.filter((kind) => canHit(fault, kind)).length;
    // The power can go after the last operation as well.
    const moments = cutOf(fault) === null ? targets : targets + 1;
    return Array.from({ length: moments }, (_, index) => ({ fault, at: index + 1 }));
  });
}
