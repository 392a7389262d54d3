/** The outcome of something a user can cause to fail; bugs throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | Failure<E>;

/** The failed half of a {@link Result}, assignable to a result of any value. */
export interface Failure<E> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an error as a failure. */
export function err<E>(error: E): Failure<E> {
  return { ok: false, error };
}
