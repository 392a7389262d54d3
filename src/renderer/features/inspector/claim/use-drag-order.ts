import { type DragEvent, useState } from 'react';

/** What a list entry that can be dragged to another place gives to its elements. */
export interface DragOrder {
  /** The entry being dragged, and where it would go; null while nothing is dragged. */
  readonly dragged: { readonly from: number; readonly over: number } | null;
  readonly handleProps: (index: number) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  readonly entryProps: (index: number) => {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Reorders one list by dragging its entries; what is dragged in from elsewhere is ignored. */
export function useDragOrder(onMove: (from: number, to: number) => void): DragOrder {
  const [dragged, setDragged] = useState<DragOrder['dragged']>(null);
  return {
    dragged,
    handleProps: (index) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Firefox and Chromium start no drag without data.
        event.dataTransfer.setData('text/plain', '');
        setDragged({ from: index, over: index });
      },
      onDragEnd: () => {
        setDragged(null);
      },
    }),
    entryProps: (index) => ({
      onDragOver: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged.over !== index) setDragged({ ...dragged, over: index });
      },
      onDrop: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        setDragged(null);
        onMove(dragged.from, index);
      },
    }),
  };
}
