import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { endQuestion, selectChange, useHistoryView } from '../../state/history-view.ts';
import { useOffer } from '../../state/actions.ts';
import { useReadOnly } from '../../state/replica.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangePanel } from './change-panel.tsx';
import { historyActions } from './history-actions.ts';
import { useHistoryPages } from './history-pages.ts';
import { HistoryStatus } from './history-status.tsx';
import { HistoryToolbar } from './history-toolbar.tsx';
import { queryOf, takenBack } from './history-words.ts';
import screen from '../../ui/screen.module.css';
import styles from './history.module.css';
import { LookBackDialog } from './look-back-dialog.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

/** Every change of the case, newest first, by whom and when; each can be looked into, taken back and looked back to. */
export function HistoryScreen() {
  const { filter, selected, asked } = useHistoryView();
  const query = useMemo(() => queryOf(filter), [filter]);
  const [loaded, pages] = useHistoryPages(query);
  const gone = useMemo(() => takenBack(loaded.entries), [loaded.entries]);
  const entry = loaded.entries.find(({ seq }) => seq === selected);
  const isTakenBack = entry !== undefined && gone.has(entry.seq);
  const isReadOnly = useReadOnly();
  const mayTakeBack = !isReadOnly && entry?.isReversible === true && !isTakenBack;
  const [search, setSearch] = useState<HTMLInputElement | null>(null);
  const actions = useMemo(
    () => historyActions({ selected, mayTakeBack, onSearch: () => search?.focus() }),
    [selected, mayTakeBack, search],
  );
  useOffer(actions);

  return (
    <div className={screen['screen']}>
      <section className={screen['main']} aria-label="History">
        <HistoryToolbar filter={filter} searchRef={setSearch} />
        <ChangeList
          loaded={loaded}
          takenBack={gone}
          selected={selected}
          onSelect={selectChange}
          onMore={() => void pages.more()}
          empty={loaded.unreadable === null && <NothingFits error={loaded.error} />}
        />
        {loaded.unreadable !== null && <Unreadable seq={loaded.unreadable} />}
        <HistoryStatus loaded={loaded} />
      </section>
      {entry !== undefined && (
        <ChangePanel
          key={entry.seq}
          entry={entry}
          isTakenBack={isTakenBack}
          mayTakeBack={mayTakeBack}
        />
      )}
      {asked === 'moment' && <LookBackDialog onClose={endQuestion} />}
      {asked === 'verify' && <VerifyDialog onClose={endQuestion} />}
    </div>
  );
}

function Unreadable({ seq }: { seq: number }) {
  return (
    <p className={styles['unreadable']} role="alert">
      <TriangleAlert size={16} aria-hidden />
      The journal is damaged at change {seq}, so this change and those before it cannot be shown.
      Verify says what of them is there all the same, and offers to recover it.
    </p>
  );
}

function NothingFits({ error }: { error: string | null }) {
  return error === null ? (
    <EmptyState
      title="No change fits"
      text="Nothing in the history is what the search and the filters ask for. Clear them to see every change."
    />
  ) : (
    <EmptyState title="The history could not be read" text={error} />
  );
}
