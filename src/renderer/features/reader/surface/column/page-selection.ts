import type { TextSelection } from '../selection.ts';
import type { DomPosition } from './dom-position.ts';
import type { MountedText } from './mounted-text.ts';

/** Makes the page's own selection what is selected in the text, where the column has the focus. */
export function mirrorSelection(mounted: MountedText, selection: TextSelection | null): void {
  const own = document.getSelection();
  if (own === null) return;
  if (selection === null) {
    if (own.anchorNode !== null && mounted.element.contains(own.anchorNode)) own.removeAllRanges();
    return;
  }
  // In another place, say in a text field, moving the page's selection would take the focus away.
  if (document.activeElement !== mounted.element || isMirrored(mounted, selection)) return;
  const places = placesOf(mounted, selection);
  if (places === null) return;
  const { anchor, focus } = places;
  own.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

/** Tells whether the page's own selection is what is selected in the text. */
export function isMirrored(mounted: MountedText, selection: TextSelection | null): boolean {
  const own = document.getSelection();
  if (own === null || selection === null) return own?.anchorNode === null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = own;
  if (anchorNode === null || focusNode === null) return false;
  return (
    mounted.offsetOf(anchorNode, anchorOffset) === selection.anchor &&
    mounted.offsetOf(focusNode, focusOffset) === selection.focus
  );
}

function placesOf(
  mounted: MountedText,
  { anchor, focus }: TextSelection,
): { anchor: DomPosition; focus: DomPosition } | null {
  // At an edge between two pieces of text the place is on the side of the words selected, so that the page's range
  // holds nothing else.
  const from = mounted.placeOf(anchor, anchor <= focus ? 'after' : 'before');
  const to = mounted.placeOf(focus, anchor < focus ? 'before' : 'after');
  return from === null || to === null ? null : { anchor: from, focus: to };
}
