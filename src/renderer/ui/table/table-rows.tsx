import { ChevronDown, ChevronRight, Check } from 'lucide-react';
import { type ComponentProps, PureComponent, type ReactNode } from 'react';
import { type TableColumn, isOfFigures } from './column.ts';
import { cellId } from './grid-geometry.ts';
import type { GroupItem } from './items.ts';
import styles from './table.module.css';

interface LineProps {
  readonly gridId: string;
  /** From 0. */
  readonly line: number;
  /** Where it begins below the header, in pixels. */
  readonly top: number;
  /** How deep in the tree, from 1; null where the grid is no tree, or the line belongs to the one above it. */
  readonly level: number | null;
  /** The column with the focus, if it is in this line. */
  readonly activeColumn: number | null;
}

interface RecordRowProps<R> extends LineProps {
  readonly record: R;
  readonly columns: readonly TableColumn<R>[];
  /** How many of the columns, from the first, stay at the left. */
  readonly pinned: number;
  /** Of the others those from the first to before the end are drawn; where the focus is, all of them. */
  readonly first: number;
  readonly end: number;
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
    const { gridId, line, activeColumn, columns, pinned, isOpen, isSelected } = this.props;
    // The grid points to the cell with the focus, also where that is not in sight.
    const first = activeColumn === null ? this.props.first : pinned;
    const end = activeColumn === null ? this.props.end : columns.length;
    return (
      <Line
        {...this.props}
        aria-selected={isSelected}
        {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
        data-focused={this.props.isFocused || undefined}
      >
        <div role="presentation" className={styles['pinned']}>
          <div
            role="gridcell"
            aria-colindex={1}
            className={`${styles['cell'] ?? ''} ${styles['gutter'] ?? ''}`}
            {...(activeColumn === 0 ? activeMarks(gridId, line, 0) : {})}
          >
            <span className={styles['mark']}>
              {isSelected && <Check size={12} strokeWidth={3} aria-label="Selected" />}
            </span>
            {isOpen !== null && <Fold isOpen={isOpen} />}
          </div>
          {columns.slice(0, pinned).map((column, index) => this.#cell(column, index))}
        </div>
        <div role="presentation" className={styles['others']}>
          {columns.slice(first, end).map((column, index) => this.#cell(column, first + index))}
        </div>
      </Line>
    );
  }

  #cell(column: TableColumn<R>, index: number): ReactNode {
    const { gridId, line, activeColumn, pinned, record } = this.props;
    // The first that is drawn says where it stands, and those after it follow.
    return (
      <div
        key={column.id}
        {...(index > pinned && index === this.props.first
          ? { style: { gridColumnStart: index - pinned + 1 } }
          : {})}
        role="gridcell"
        aria-colindex={index + 2}
        className={cellClass(column)}
        {...(column.cell === undefined ? ownDirection : {})}
        {...(activeColumn === index + 1 ? activeMarks(gridId, line, index + 1) : {})}
      >
        {column.cell === undefined ? column.text(record) : column.cell(record)}
      </div>
    );
  }
}

// Text is set in its own direction.
const ownDirection = { dir: 'auto' } as const;

// Only the cell with the focus needs a name, for the grid to point to; a thousand others do not.
function activeMarks(gridId: string, line: number, column: number) {
  return { id: cellId(gridId, line, column), 'data-active': true };
}

/** The heading of a group: what its records have in common, and how many they are. */
export function GroupRow(props: LineProps & { readonly item: GroupItem; readonly column: string }) {
  const { item, column, gridId, line, activeColumn } = props;
  return (
    <Line {...props} aria-expanded={item.isOpen} data-group>
      <div
        role="gridcell"
        aria-colindex={1}
        {...(activeColumn === null ? {} : activeMarks(gridId, line, activeColumn))}
        className={`${styles['group'] ?? ''} ${styles[`depth${Math.min(item.depth, 3)}`] ?? ''}`}
      >
        <Fold isOpen={item.isOpen} />
        <span className={styles['groupColumn']}>{column}</span>
        <bdi>{item.value === '' ? 'None' : item.value}</bdi>
        <span className={styles['count']}>{item.count.toLocaleString('en-GB')}</span>
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
        className={styles['details']}
        {...(activeColumn === null ? {} : activeMarks(gridId, line, activeColumn))}
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
  const { line, top, level, children, ref } = props;
  return (
    <div
      {...marksOf(props)}
      {...(ref === undefined ? {} : { ref })}
      role="row"
      // The header is the first row of the grid.
      aria-rowindex={line + 2}
      {...(level === null ? {} : { 'aria-level': level })}
      data-index={line}
      className={styles['row']}
      style={{ top }}
    >
      {children}
    </div>
  );
}

function marksOf(props: object): object {
  const marks = Object.entries(props).filter(([name]) => /^(aria|data)-/.test(name));
  return Object.fromEntries(marks);
}

function cellClass(column: TableColumn<never>): string {
  const kind = column.cell === undefined ? styles['plain'] : styles['drawn'];
  return [styles['cell'], kind, isOfFigures(column) && styles['number']].filter(Boolean).join(' ');
}
