/** Who wants to be told of something that has happened. What one of them throws hinders neither the teller nor the others. */
export class Listeners<T> {
  readonly #listeners = new Set<(told: T) => void>();

  /** Tells this one as well from now on; returns the function that ends it. */
  add(listener: (told: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everybody, in the order in which they came. */
  tell(told: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(told);
      } catch (error) {
        // A bug in a listener must surface, but what it was told of has happened all the same.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Tells nobody any more. */
  clear(): void {
    this.#listeners.clear();
  }
}
