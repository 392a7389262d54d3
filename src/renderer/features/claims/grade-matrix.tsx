import { type CSSProperties, type KeyboardEvent, useId, useMemo, useState } from 'react';
import { counted } from '../../../domain/core/counted.ts';
import { credibility } from '../../../domain/scales/admiralty-credibility.ts';
import { reliability } from '../../../domain/scales/admiralty-reliability.ts';
import { cellOf, filteredToCell, useClaimLayout } from './claim-filters.ts';
import { type ClaimRow, useClaimRows } from './claim-rows.ts';
import styles from './grade-matrix.module.css';

export interface GradeMatrixProps {
  /** A cell was chosen, and the table of claims is filtered to it. */
  readonly onChosen?: () => void;
}

const letters: readonly (string | null)[] = [...reliability.grades.map(({ value }) => value), null];
const digits: readonly (string | null)[] = [...credibility.grades.map(({ value }) => value), null];

/**
 * The Admiralty matrix: claims by the letter of their origin and their own digit, as many as each cell says, unrated
 * ones apart. Choosing a cell filters the table of claims to it; choosing it again shows all grades. The tint follows the
 * share of the fullest cell, but the number is what counts.
 */
export function GradeMatrix({ onChosen }: GradeMatrixProps) {
  const rows = useClaimRows();
  const [layout, onLayout] = useClaimLayout();
  const cell = cellOf(layout);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const caption = useId();
  const fullest = Math.max(1, ...counts.values());
  const [focus, setFocus] = useState({ row: 0, column: 0 });

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const row = Math.max(0, Math.min(letters.length - 1, focus.row + move[0]));
    const column = Math.max(0, Math.min(digits.length - 1, focus.column + move[1]));
    setFocus({ row, column });
    event.currentTarget
      .querySelector<HTMLElement>(`[data-cell="${String(row)}-${String(column)}"]`)
      ?.focus();
  }

  return (
    <>
      <p id={caption} className={styles['caption']}>
        Claims by reliability of their origin (rows) and their own credibility (columns); – is not
        rated. A cell shows its claims.
      </p>
      <table className={styles['matrix']} aria-labelledby={caption} onKeyDown={handleKey}>
        <thead>
          <tr>
            <td />
            {digits.map((digit) => (
              <th key={digit ?? 'none'} scope="col" title={labelOf(credibility.grades, digit)}>
                {digit ?? '–'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((letter, row) => (
            <tr key={letter ?? 'none'}>
              <th scope="row" title={labelOf(reliability.grades, letter)}>
                {letter ?? '–'}
              </th>
              {digits.map((digit, column) => {
                const count = counts.get(keyOf(letter, digit)) ?? 0;
                const isChosen = cell?.letter === letter && cell.digit === digit;
                return (
                  <td key={digit ?? 'none'}>
                    <button
                      type="button"
                      data-cell={`${String(row)}-${String(column)}`}
                      tabIndex={row === focus.row && column === focus.column ? 0 : -1}
                      aria-pressed={isChosen}
                      aria-label={`${describe(letter, digit)}: ${counted(count, 'claim')}`}
                      title={`${describe(letter, digit)}: ${counted(count, 'claim')}`}
                      className={styles['cell']}
                      style={tint(count / fullest)}
                      data-empty={count === 0 || undefined}
                      onFocus={() => {
                        setFocus({ row, column });
                      }}
                      onClick={() => {
                        onLayout(filteredToCell(layout, isChosen ? null : { letter, digit }));
                        if (!isChosen) onChosen?.();
                      }}
                    >
                      {count === 0 ? '·' : count.toLocaleString('en-GB')}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function tint(share: number): CSSProperties {
  const variables: Record<string, number> = { '--share': share };
  return variables;
}

function countsOf(rows: readonly ClaimRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row.reliability, row.credibility);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(letter: string | null, digit: string | null): string {
  return `${letter ?? '–'}${digit ?? '–'}`;
}

function describe(letter: string | null, digit: string | null): string {
  const origin = letter === null ? 'origin not rated' : `origin ${letter}`;
  return `${origin}, ${digit === null ? 'claim not rated' : `claim ${digit}`}`;
}

function labelOf(
  grades: readonly { value: string; label: string }[],
  value: string | null,
): string {
  return grades.find((grade) => grade.value === value)?.label ?? 'Not rated';
}
