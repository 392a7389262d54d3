import { ChevronDown, ChevronRight, Check } from 'lucide-react';
import { type ComponentProps, PureComponent, type ReactNode } from 'react';
import type { TableColumn } from './column.ts';
import { cellId, pinnedStyle } from './grid-geometry.ts';
import type { GroupItem } from './items.ts';
import styles from './table.module.css';

interface LineProps {
  readonly gridId: string;
  /** From 0. */
  readonly line: number;
  /** Pixels from the top of the first line. */
  readonly top: number;
  /** The column with the focus, if it is in this line. */
  readonly activeColumn: number | null;
}

interface RecordRowProps<R> extends LineProps {
  readonly record: R;
  readonly columns: readonly TableColumn<R>[];
  /** How many of the columns, from the first, stay at the left. */
  readonly pinned: number;
  readonly isOpen: boolean | null;
  readonly isSelected: boolean;
  /** It is the one in the inspector. */
  readonly isFocused: boolean;
}

/**
 * A record's row; drawn again only when one of its properties changes. A class because React's memo() would lose the
 * type of the record.
 */
export class RecordRow<R> extends PureComponent<RecordRowProps<R>> {
  override render() {
    const { gridId, line, activeColumn, columns, pinned, record, isOpen, isSelected } = this.props;
    return (
      <Line
        {...this.props}
        aria-selected={isSelected}
        {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
        data-focused={this.props.isFocused || undefined}
      >
        <div
          role="gridcell"
          id={cellId(gridId, line, 0)}
          aria-colindex={1}
          data-column={0}
          data-active={activeColumn === 0 || undefined}
          className={`${styles['cell'] ?? ''} ${styles['gutter'] ?? ''}`}
        >
          <span className={styles['mark']}>
            {isSelected && <Check size={12} strokeWidth={3} aria-label="Selected" />}
          </span>
          {isOpen !== null && <Fold isOpen={isOpen} />}
        </div>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="gridcell"
            id={cellId(gridId, line, index + 1)}
            aria-colindex={index + 2}
            data-column={index + 1}
            data-active={activeColumn === index + 1 || undefined}
            className={cellClass(column, index < pinned)}
            {...(index < pinned ? { style: pinnedStyle(index) } : {})}
          >
            {column.cell === undefined ? <Words text={column.text(record)} /> : column.cell(record)}
          </div>
        ))}
      </Line>
    );
  }
}

// Text is set in its own direction; what does not fit is a hover away.
function Words({ text }: { text: string }) {
  return (
    <span className={styles['words']} dir="auto" title={text}>
      {text}
    </span>
  );
}

/** The heading of a group: what its records have in common, and how many they are. */
export function GroupRow(props: LineProps & { readonly item: GroupItem; readonly column: string }) {
  const { item, column, gridId, line, activeColumn } = props;
  return (
    <Line {...props} aria-expanded={item.isOpen} data-group>
      <div
        role="gridcell"
        id={cellId(gridId, line, activeColumn ?? 0)}
        aria-colindex={1}
        data-column={activeColumn ?? 0}
        data-active={activeColumn !== null || undefined}
        className={`${styles['group'] ?? ''} ${styles[`depth${Math.min(item.depth, 3)}`] ?? ''}`}
      >
        <Fold isOpen={item.isOpen} />
        <span className={styles['groupColumn']}>{column}</span>
        <bdi>{item.value === '' ? 'None' : item.value}</bdi>
        <span className={styles['count']}>{item.count.toLocaleString()}</span>
      </div>
    </Line>
  );
}

/** What a record shows below its row: as high as it needs to be, which `measure` is told. */
export function DetailRow(
  props: LineProps & {
    readonly measure: (element: HTMLElement | null) => void;
    readonly children: ReactNode;
  },
) {
  const { gridId, line, activeColumn, measure, children } = props;
  return (
    <Line {...props} ref={measure} data-details>
      <div
        role="gridcell"
        id={cellId(gridId, line, activeColumn ?? 0)}
        data-active={activeColumn !== null || undefined}
        className={styles['details']}
      >
        {children}
      </div>
    </Line>
  );
}

function Fold({ isOpen }: { isOpen: boolean }) {
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <span data-fold className={styles['fold']}>
      <Icon size={16} aria-hidden />
    </span>
  );
}

function Line(props: LineProps & ComponentProps<'div'> & Record<`data-${string}`, unknown>) {
  const { line, top, children, ref } = props;
  return (
    <div
      {...marksOf(props)}
      {...(ref === undefined ? {} : { ref })}
      role="row"
      // The header is the first row of the grid.
      aria-rowindex={line + 2}
      data-index={line}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      {children}
    </div>
  );
}

function marksOf(props: object): object {
  const marks = Object.entries(props).filter(([name]) => /^(aria|data)-/.test(name));
  return Object.fromEntries(marks);
}

function cellClass(column: TableColumn<never>, isPinned: boolean): string {
  const isNumber = column.kind === 'number';
  return [styles['cell'], isPinned && styles['pinned'], isNumber && styles['number']]
    .filter(Boolean)
    .join(' ');
}
