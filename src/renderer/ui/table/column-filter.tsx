import { useMemo, useState } from 'react';
import { Button } from '../button.tsx';
import { CheckField } from '../check-field.tsx';
import { type ChoiceColumn, type TableColumn, choicesOf } from './column.ts';
import { type Days, dayOf, endOfDay, startOfDay } from './days.ts';
import { fold } from '../fold.ts';
import { type ColumnFilter, filteredBy, toggled } from './layout.ts';
import type { DataTableModel } from './use-data-table.ts';
import fields from '../field.module.css';
import styles from './column-filter.module.css';

export interface ColumnFilterEditorProps<R extends object> {
  readonly model: DataTableModel<R>;
  readonly column: TableColumn<R>;
  readonly onClose: () => void;
}

/** Edits the filter of one column; the table follows at once. */
export function ColumnFilterEditor<R extends object>(props: ColumnFilterEditorProps<R>) {
  const { model, column, onClose } = props;
  const filter = model.layout.filters[column.id] ?? null;

  function change(next: ColumnFilter | null): void {
    model.onLayout(filteredBy(model.layout, column.id, next));
  }

  return (
    <div className={styles['editor']}>
      {column.kind === 'text' && <TextFilter {...{ column, filter, change, onClose }} />}
      {column.kind === 'choice' && (
        <ChoiceFilter column={column} rows={model.rows} filter={filter} change={change} />
      )}
      {(column.kind === 'number' || column.kind === 'date') && (
        <RangeFilter
          days={column.kind === 'date' ? column.days : null}
          filter={filter}
          change={change}
        />
      )}
      <div className={styles['actions']}>
        <Button
          kind="quiet"
          isDisabled={filter === null}
          onPress={() => {
            change(null);
          }}
        >
          Clear
        </Button>
        <Button onPress={onClose}>Done</Button>
      </div>
    </div>
  );
}

/** What the editor of each kind of filter is given; null is no filter. */
interface EditorProps {
  readonly filter: ColumnFilter | null;
  readonly change: (filter: ColumnFilter | null) => void;
}

function TextFilter(
  props: EditorProps & {
    readonly column: { readonly label: string };
    readonly onClose: () => void;
  },
) {
  const { filter, change, column, onClose } = props;
  return (
    <label className={fields['field']}>
      <span className={fields['label']}>{column.label} contains</span>
      <input
        autoFocus
        dir="auto"
        className={fields['input']}
        value={filter?.kind === 'text' ? filter.text : ''}
        onChange={(event) => {
          const text = event.target.value;
          // An empty filter is none, so that the line below the table does not show it.
          change(text === '' ? null : { kind: 'text', text });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onClose();
        }}
      />
    </label>
  );
}

// Above that many choices there is a field to narrow them down.
const manyChoices = 12;

/** Boxes to tick, one for each label that the rows have; the filter lets through whatever has one of those ticked. */
function ChoiceFilter<R>(
  props: EditorProps & { readonly column: ChoiceColumn<R>; readonly rows: readonly R[] },
) {
  const { filter, change, column, rows } = props;
  // Going through all rows for their labels is done once for each opening, not for each letter typed.
  const choices = useMemo(() => choicesOf(column, rows), [column, rows]);
  const [typed, setTyped] = useState('');
  const chosen = filter?.kind === 'choice' ? filter.values : [];
  const matching = choices.filter((choice) => fold(choice).includes(fold(typed)));
  return (
    <>
      {choices.length > manyChoices && (
        <input
          aria-label="Find a choice"
          placeholder="Find a choice"
          className={fields['input']}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
      <div role="group" aria-label={column.label} className={styles['choices']}>
        {matching.map((choice) => (
          <CheckField
            key={choice}
            isSelected={chosen.includes(choice)}
            onChange={() => {
              const values = toggled(chosen, choice);
              change(values.length === 0 ? null : { kind: 'choice', values });
            }}
          >
            <bdi>{choice === '' ? 'None' : choice}</bdi>
          </CheckField>
        ))}
      </div>
    </>
  );
}

/** Two ends, each of which may be left open; days where `days` says whose, else numbers. */
function RangeFilter({ days, filter, change }: EditorProps & { readonly days: Days | null }) {
  const range =
    filter?.kind === 'range' ? filter : { kind: 'range' as const, from: null, to: null };

  function set(end: 'from' | 'to', typed: string): void {
    const next = { ...range, [end]: endTyped(typed, end, days) };
    change(next.from === null && next.to === null ? null : next);
  }

  return (
    <div className={styles['range']}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={fields['field']}>
          <span className={fields['label']}>{end === 'from' ? 'From' : 'To'}</span>
          <input
            autoFocus={end === 'from'}
            type={days === null ? 'number' : 'date'}
            className={fields['input']}
            // Not controlled: a date that is half typed has no value, and would be taken away under the analyst's
            // fingers.
            defaultValue={shownEnd(range[end], days)}
            onChange={(event) => {
              set(end, event.target.value);
            }}
          />
        </label>
      ))}
    </div>
  );
}

// The range includes the whole of its last day.
function endTyped(typed: string, end: 'from' | 'to', days: Days | null): number | null {
  if (days !== null) return (end === 'from' ? startOfDay : endOfDay)(typed, days);
  return typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed);
}

/** An end as its field takes it. */
function shownEnd(value: number | null, days: Days | null): string {
  if (value === null) return '';
  return days === null ? String(value) : dayOf(value, days);
}
