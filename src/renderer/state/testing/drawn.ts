import { parseHTML } from 'linkedom';
import { Suspense, act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
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

/** Shows a component that calls a hook, on a page of its own that nobody else sees. */
export async function draw<T, P>(hook: (props: P) => T, props: NoInfer<P>): Promise<Drawn<T, P>> {
  // React looks at the window for the event that is being handled; a bridge that is stood in for stays in it.
  if (!('window' in globalThis)) vi.stubGlobal('window', {});
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = createRoot(document.body);
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
