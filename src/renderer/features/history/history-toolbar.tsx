import { History, Search, ShieldCheck } from 'lucide-react';
import type { Ref } from 'react';
import { typeName } from '../../../domain/history/record-name.ts';
import {
  type HistoryFilter,
  askHistory,
  filterHistory,
  noFilter,
} from '../../state/history-view.ts';
import { useRecords } from '../../state/replica.ts';
import { Button } from '../../ui/button.tsx';
import { recordTypes } from '../../../domain/records/registry.ts';
import { Chip } from '../../ui/chip.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import toolbar from '../../ui/toolbar.module.css';
import styles from './history.module.css';

interface HistoryToolbarProps {
  readonly filter: HistoryFilter;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** The heading of the history: search and filters, looking back, verifying. */
export function HistoryToolbar({ filter, searchRef }: HistoryToolbarProps) {
  const { subject, text } = filter;
  return (
    <header className={styles['toolbar']}>
      <h1 className={toolbar['title']}>History</h1>
      <label className={toolbar['search']}>
        <Search size={15} aria-hidden />
        <input
          ref={searchRef}
          type="search"
          dir="auto"
          aria-label="Search the history"
          placeholder="Search the history"
          value={text}
          onChange={(event) => {
            filterHistory({ text: event.target.value });
          }}
        />
      </label>
      <Filters filter={filter} />
      {subject !== null && (
        <Chip
          label={`Of “${subject.name}”`}
          onRemove={() => {
            filterHistory({ subject: null });
          }}
        />
      )}
      <div className={styles['actions']}>
        {isFiltered(filter) && (
          <Button
            kind="quiet"
            onPress={() => {
              filterHistory(noFilter);
            }}
          >
            Show every change
          </Button>
        )}
        <Button
          icon={History}
          onPress={() => {
            askHistory('moment');
          }}
        >
          As it was on…
        </Button>
        <Button
          icon={ShieldCheck}
          onPress={() => {
            askHistory('verify');
          }}
        >
          Verify
        </Button>
      </div>
    </header>
  );
}

const anybody = 'anybody';
const anything = 'anything';

function Filters({ filter }: { filter: HistoryFilter }) {
  const analysts = useRecords('analyst');
  return (
    <>
      <SelectField
        label="By"
        isLabelHidden
        value={filter.by ?? anybody}
        options={[
          { value: anybody, label: 'By anybody' },
          ...analysts.map(({ id, name }) => ({ value: id, label: `By ${name}` })),
        ]}
        onChange={(value) => {
          filterHistory({ by: analysts.find(({ id }) => id === value)?.id ?? null });
        }}
      />
      <SelectField
        label="Of what"
        isLabelHidden
        value={filter.type ?? anything}
        options={[
          { value: anything, label: 'Of anything' },
          ...recordTypes.map((type) => ({
            value: type,
            label: `Of a ${typeName(type).toLowerCase()}`,
          })),
        ]}
        onChange={(value) => {
          filterHistory({ type: recordTypes.find((type) => type === value) ?? null });
        }}
      />
      <div className={styles['days']}>
        <MomentField
          label="From"
          kind="date"
          isLabelBeside
          value={filter.from}
          onChange={(from) => {
            filterHistory({ from });
          }}
        />
        <MomentField
          label="until"
          kind="date"
          isLabelBeside
          value={filter.until}
          onChange={(until) => {
            filterHistory({ until });
          }}
        />
      </div>
    </>
  );
}

function isFiltered(filter: HistoryFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(noFilter);
}
