import { type RefObject, useCallback, useRef, useState } from 'react';

/** The panels beside the text: the list of highlights, and the inspector. */
export interface Panels {
  readonly isListOpen: boolean;
  readonly toggleList: () => void;
  readonly inspector: RefObject<HTMLDivElement | null>;
  /** Gives the focus to the first field or button of the inspector. */
  readonly inspect: () => void;
}

/** The panels of the reader, with the list closed at first. */
export function usePanels(): Panels {
  const [isListOpen, setListOpen] = useState(false);
  const inspector = useRef<HTMLDivElement>(null);
  const toggleList = useCallback(() => {
    setListOpen((isOpen) => !isOpen);
  }, []);
  const inspect = useCallback(() => {
    inspector.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }, []);
  return { isListOpen, toggleList, inspector, inspect };
}
