/** All that the page gets from the preload, as `window.assay`. */
export interface Bridge {
  /**
   * Makes one call to the main process. Requests and answers are plain data: JSON values, `undefined` and `Uint8Array`.
   * Answers are results, so a rejection means a bug or a refused sender.
   */
  invoke(call: string, request: unknown): Promise<unknown>;
  /** Listens to all events of the main process; returns the function that ends it. */
  subscribe(listener: (event: string, payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly assay: Bridge;
  }
}
