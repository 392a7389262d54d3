import { parseHTML } from 'linkedom';
import { Suspense, act, createElement } from 'react';
import { vi } from 'vitest';

/** A component on show that draws nothing but calls a hook. */
interface Drawn<T, P> {
  /** What the hook gave at each drawing. */
  readonly given: readonly T[];
  /** Does something, and lets it be drawn. */
  readonly after: (act: () => unknown) => Promise<void>;
  /** Draws once more, with something else given to the hook. */
  readonly again: (props: P) => Promise<void>;
  /** Takes it off the screen. */
  readonly end: () => Promise<void>;
}

/** Shows a component that calls a hook, in a page of its own. A bridge that is stood in for stays where it is. */
export async function draw<T, P>(hook: (props: P) => T, props: P): Promise<Drawn<T, P>> {
  const page = parseHTML('<!doctype html><html><body><main></main></body></html>');
  const assay: unknown = 'window' in globalThis ? globalThis.window.assay : undefined;
  vi.stubGlobal('window', Object.assign(page.window, { assay }));
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // It looks for a page as it is loaded.
  const { createRoot } = await import('react-dom/client');
  const root = createRoot(page.document.body);
  const given: T[] = [];
  function Caller({ props: passed }: { readonly props: P }): null {
    given.push(hook(passed));
    return null;
  }
  function after(change: () => unknown): Promise<void> {
    return act(async () => {
      await change();
    });
  }
  function again(next: P): Promise<void> {
    return after(() => {
      // What waits for something is shown once that is there.
      root.render(createElement(Suspense, null, createElement(Caller, { props: next })));
    });
  }
  await again(props);
  return {
    given,
    after,
    again,
    end: () =>
      after(() => {
        root.unmount();
      }),
  };
}
