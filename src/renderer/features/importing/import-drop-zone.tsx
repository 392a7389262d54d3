import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useReadOnly } from '../../state/replica.ts';
import { droppedFiles } from './dropped-files.ts';
import styles from './import-drop-zone.module.css';
import { importDropped } from './imports.ts';

/** Lets files and folders be dropped anywhere on what it surrounds. */
export function ImportDropZone({ children }: { children: ReactNode }) {
  const isReadOnly = useReadOnly();
  const [isOver, setIsOver] = useState(false);
  // Entering a child fires before leaving its parent, so depth tells whether the pointer is still inside.
  const depth = useRef(0);

  // Counts in both directions, also where nothing may be imported, so that the count is right when that changes.
  function enter(event: DragEvent, change: 1 | -1): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + change);
    setIsOver(depth.current > 0 && !isReadOnly);
  }

  function drop(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    if (!isReadOnly) void importDropped(droppedFiles(event.dataTransfer));
  }

  return (
    <div
      className={styles['zone']}
      onDragEnter={(event) => {
        enter(event, 1);
      }}
      onDragLeave={(event) => {
        enter(event, -1);
      }}
      onDragOver={(event) => {
        // Without this the browser refuses the drop.
        if (holdsFiles(event)) event.preventDefault();
      }}
      onDrop={drop}
    >
      {children}
      {isOver && <div className={styles['target']}>Drop to import</div>}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  // Columns and tags are dragged as well, and are none of an import's business.
  return event.dataTransfer.types.includes('Files');
}
