import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../contract/history.ts';
import { ChangeRow } from './change-row.tsx';
import type { LoadedHistory } from './history-pages.ts';
import { dayOf } from './history-words.ts';
import styles from './history.module.css';

// As set for `.row` and `.day` in the style sheet.
const rowHeight = 52;
const dayHeight = 36;
// So many rows before the end the next page is asked for.
const ahead = 20;

interface ChangeListProps {
  readonly loaded: LoadedHistory;
  readonly takenBack: ReadonlySet<number>;
  readonly selected: number | null;
  readonly onSelect: (seq: number) => void;
  readonly onMore: () => void;
  readonly empty: ReactNode;
}

/** The changes by day, newest first; only those in sight are drawn, and older ones are fetched as they come near. */
export function ChangeList(props: ChangeListProps) {
  const { loaded, takenBack, selected, onSelect, onMore, empty } = props;
  const { entries, before } = loaded;
  const scroller = useRef<HTMLDivElement>(null);
  const [now] = useState(() => new Date());
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (dayAt(entries, index, now) === null ? 0 : dayHeight),
    getItemKey: (index) => entries[index]?.seq ?? index,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? -1;
  const current = entries.findIndex(({ seq }) => seq === selected);

  useEffect(() => {
    rows.measure();
  }, [rows, entries]);
  useEffect(() => {
    if (typeof before === 'number' && last >= entries.length - 1 - ahead) onMore();
  }, [before, last, entries, onMore]);

  function handleKey(event: KeyboardEvent): void {
    const target = targetOf(event.key, current, entries.length);
    const entry = target === null ? undefined : entries[target];
    if (target === null || entry === undefined) return;
    event.preventDefault();
    onSelect(entry.seq);
    rows.scrollToIndex(target);
  }

  if (entries.length === 0) return <div className={styles['list']}>{before === null && empty}</div>;
  return (
    <div
      ref={scroller}
      className={styles['list']}
      role="grid"
      aria-label="Changes"
      aria-rowcount={before === null ? entries.length : -1}
      tabIndex={0}
      onKeyDown={handleKey}
      {...(current === -1 ? {} : { 'aria-activedescendant': idOf(selected ?? 0) })}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return (
            <ChangeRow
              key={entry.seq}
              id={idOf(entry.seq)}
              entry={entry}
              index={index}
              day={dayAt(entries, index, now)}
              top={start}
              isSelected={entry.seq === selected}
              isTakenBack={takenBack.has(entry.seq)}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}

function idOf(seq: number): string {
  return `change-${seq}`;
}

// The day above an entry, where it is the first of its day.
function dayAt(entries: readonly HistoryEntry[], index: number, now: Date): string | null {
  const entry = entries[index];
  const newer = entries[index - 1];
  if (entry === undefined) return null;
  const day = dayOf(entry.at, now);
  return newer !== undefined && dayOf(newer.at, now) === day ? null : day;
}

const page = 10;

function targetOf(key: string, current: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'PageDown':
      return Math.min(last, current + page);
    case 'PageUp':
      return Math.max(0, current - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
