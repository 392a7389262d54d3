import { useLayoutEffect } from 'react';
import type { TextSurface } from '../surface/text-surface.ts';
import type { Find } from './use-find.ts';

/** Paints what was found, the current match stronger. */
export function useFoundPaint(surface: TextSurface, { found, current }: Find): void {
  // Before the frame is shown, so that no frame paints what was found for other words.
  useLayoutEffect(() => {
    surface.paint('found', found);
    const strong = current === null ? undefined : found[current];
    surface.paint('current', strong === undefined ? [] : [strong]);
    return () => {
      surface.paint('found', []);
      surface.paint('current', []);
    };
  }, [surface, found, current]);
}
