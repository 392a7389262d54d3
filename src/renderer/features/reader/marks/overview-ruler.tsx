import { useEffect, useState } from 'react';
import type { Range } from '../../../../domain/anchoring/graphemes.ts';
import type { TextSurface } from '../surface/text-surface.ts';
import type { DocumentMarks } from './document-marks.ts';
import { type Tick, ticksOf } from './overview.ts';
import styles from './overview-ruler.module.css';

interface OverviewRulerProps {
  readonly marks: DocumentMarks;
  /** UTF-16 units of the whole text. */
  readonly length: number;
  readonly found: readonly Range[];
  readonly surface: TextSurface;
}

/** Shows beside the scroll bar where in the document highlights, claims and matches are; a click goes there. */
export function OverviewRuler({ marks, length, found, surface }: OverviewRulerProps) {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);

  useEffect(() => {
    let waiting = 0;
    // When there is time: a ruler that lags by a moment disturbs nobody, and many changes become one.
    function refresh(): void {
      cancelIdleCallback(waiting);
      waiting = requestIdleCallback(() => {
        setTicks(ticksOf(marks, length, found));
      });
    }
    refresh();
    const stop = marks.index.subscribeAll(refresh);
    return () => {
      cancelIdleCallback(waiting);
      stop();
    };
  }, [marks, length, found]);

  return (
    // The list of highlights gives the same by keyboard, and says more.
    <div
      className={styles['ruler']}
      aria-hidden
      onMouseDown={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect();
        surface.reveal(Math.round(((event.clientY - top) / height) * length));
      }}
    >
      {ticks.map(({ at, kind }) => (
        <span
          key={`${at}:${kind}`}
          className={`${styles['tick'] ?? ''} ${styles[kind] ?? ''}`}
          style={{ top: `${at * 100}%` }}
        />
      ))}
    </div>
  );
}
