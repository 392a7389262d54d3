/** What a key does to the caret. */
export type Motion =
  | { readonly kind: 'step'; readonly direction: Direction; readonly granularity: Granularity }
  | { readonly kind: 'page'; readonly direction: 1 | -1 }
  | { readonly kind: 'edge'; readonly of: 'start' | 'end' };

/** Left and right are what one sees, whichever way the text runs. */
type Direction = 'left' | 'right' | 'forward' | 'backward';
type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The motion of a key, as in every text field; null for other keys. With Shift the same motion extends. */
export function motionOf({ key, ctrlKey, metaKey, altKey }: Key): Motion | null {
  // Alt and an arrow move the edges of a highlight.
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'step', direction: 'left', granularity: far ? 'word' : 'character' };
    case 'ArrowRight':
      return { kind: 'step', direction: 'right', granularity: far ? 'word' : 'character' };
    case 'ArrowUp':
      return { kind: 'step', direction: 'backward', granularity: far ? 'paragraph' : 'line' };
    case 'ArrowDown':
      return { kind: 'step', direction: 'forward', granularity: far ? 'paragraph' : 'line' };
    case 'Home':
      return far ? { kind: 'edge', of: 'start' } : lineEdge('backward');
    case 'End':
      return far ? { kind: 'edge', of: 'end' } : lineEdge('forward');
    case 'PageUp':
      return { kind: 'page', direction: -1 };
    case 'PageDown':
      return { kind: 'page', direction: 1 };
    default:
      return null;
  }
}

function lineEdge(direction: 'forward' | 'backward'): Motion {
  return { kind: 'step', direction, granularity: 'lineboundary' };
}
