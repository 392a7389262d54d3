import {
  FileText,
  Highlighter,
  Link2,
  type LucideIcon,
  MessageSquareQuote,
  Redo2,
  RotateCcw,
  Scale,
  Shapes,
  Star,
  Tag,
  Undo2,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { HistoryEntry } from '../../../contract/history.ts';
import { summaryOf, timeOf } from './history-words.ts';
import styles from './history.module.css';
import type { RecordType } from '../../../domain/records/registry.ts';

interface ChangeRowProps {
  readonly id: string;
  readonly entry: HistoryEntry;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** The heading above it, if it is the first of its day. */
  readonly day: string | null;
  /** Where it stands in the list, in pixels. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTakenBack: boolean;
  readonly onSelect: (seq: number) => void;
}

/** One change in the list: when, what, by whom, and under it what became of the record. */
export function ChangeRow(props: ChangeRowProps) {
  const { id, entry, index, day, top, isSelected, isTakenBack, onSelect } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      className={styles['place']}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => {
        onSelect(entry.seq);
      }}
    >
      {day !== null && (
        <div role="gridcell" className={styles['day']}>
          {day}
        </div>
      )}
      <div className={styles['row']}>
        <span role="gridcell" className={styles['time']}>
          <time dateTime={entry.at}>{timeOf(entry.at)}</time>
        </span>
        <ChangeIcon entry={entry} />
        <div role="gridcell" className={styles['what']}>
          <div className={styles['label']} dir="auto">
            <span className={isTakenBack ? styles['gone'] : ''}>{entry.label}</span>
            {isTakenBack && <span className={styles['mark']}>taken back</span>}
          </div>
          <div className={styles['summary']} dir="auto">
            {summaryOf(entry)}
          </div>
        </div>
        <span role="gridcell" className={styles['by']} dir="auto">
          {entry.by}
        </span>
        <span role="gridcell" className={styles['seq']}>
          {entry.seq}
        </span>
      </div>
    </div>
  );
}

const ofCommands: Readonly<Record<string, LucideIcon>> = {
  'history/undo': Undo2,
  'history/revert': Undo2,
  'history/redo': Redo2,
  'history/restore': RotateCcw,
};

// A type without a sign of its own has the one of all others.
const ofTypes: Readonly<Partial<Record<RecordType, LucideIcon>>> = {
  case: Scale,
  analyst: UserRound,
  document: FileText,
  highlight: Highlighter,
  tag: Tag,
  claim: MessageSquareQuote,
  source: UsersRound,
  rating: Star,
  link: Link2,
};

function ChangeIcon({ entry: { command, records } }: { entry: HistoryEntry }) {
  const Icon = ofCommands[command] ?? ofTypes[records[0]?.type ?? 'case'] ?? Shapes;
  return <Icon size={16} aria-hidden className={styles['icon']} />;
}
