import { goTo } from './navigation.ts';
import { createPerCase } from './per-case.ts';
import type { AnalystId } from '../../domain/records/analyst/record.ts';
import type { AnyId, RecordType } from '../../domain/records/registry.ts';

/** Which changes the history shows. */
export interface HistoryFilter {
  /** The record whose changes are shown, with what belongs to it; null: those of the whole case. */
  readonly subject: { readonly id: AnyId; readonly name: string } | null;
  readonly by: AnalystId | null;
  readonly type: RecordType | null;
  /** The first and the last day, as `2026-03-10` in local time; empty: no limit. */
  readonly from: string;
  readonly until: string;
  readonly text: string;
}

/** What the history asks for in a dialog: a moment to look back to, or nothing while it verifies the case. */
export type HistoryQuestion = 'moment' | 'verify';

interface HistoryView {
  readonly filter: HistoryFilter;
  /** The number of the change that is shown in full. */
  readonly selected: number | null;
  readonly asked: HistoryQuestion | null;
}

/** The filter that shows every change. */
export const noFilter: HistoryFilter = {
  ...{ subject: null, by: null, type: null, from: '', until: '', text: '' },
};

/** What the history shows and what is selected in it; begins anew with every case. */
export const useHistoryView = createPerCase<HistoryView>({
  filter: noFilter,
  selected: null,
  asked: null,
});

/** Changes what the history shows. */
export function filterHistory(changes: Partial<HistoryFilter>): void {
  useHistoryView.setState(({ filter }) => ({ filter: { ...filter, ...changes } }));
}

/** Selects a change in the history. */
export function selectChange(seq: number | null): void {
  useHistoryView.setState({ selected: seq });
}

/** Goes to the history of one record and of what belongs to it. */
export function showHistoryOf(id: AnyId, name: string): void {
  useHistoryView.setState({ filter: { ...noFilter, subject: { id, name } }, selected: null });
  goTo('history');
}

/** Goes to the history and searches all of it for words. */
export function searchHistory(text: string): void {
  useHistoryView.setState({ filter: { ...noFilter, text }, selected: null });
  goTo('history');
}

/** Goes to the history and opens one of its dialogs. */
export function askHistory(asked: HistoryQuestion): void {
  useHistoryView.setState({ asked });
  goTo('history');
}

/** Closes the dialog of the history. */
export function endQuestion(): void {
  useHistoryView.setState({ asked: null });
}
