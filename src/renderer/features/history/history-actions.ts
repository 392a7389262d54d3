import type { Action } from '../../state/actions.ts';
import { revert } from '../../state/commands.ts';
import { filterHistory, noFilter } from '../../state/history-view.ts';
import { lookBack } from '../../state/session.ts';

/** What the history screen has to know of itself to offer its actions. */
export interface HistoryActionContext {
  /** The number of the change that is selected. */
  readonly selected: number | null;
  /** Whether it is offered to be taken back. */
  readonly mayTakeBack: boolean;
  readonly onSearch: () => void;
}

/** What can be done on the history screen by key and palette. */
export function historyActions(context: HistoryActionContext): Action[] {
  const { selected, mayTakeBack, onSearch } = context;
  const common = { group: 'History', screen: 'history' } as const;
  const ofSelected = { ...common, enabled: selected !== null };
  return [
    { ...common, id: 'history/search', label: 'Search', keys: 'Ctrl+F / /', perform: onSearch },
    {
      ...common,
      id: 'history/clear',
      label: 'Show every change',
      keys: 'X',
      perform: () => {
        filterHistory(noFilter);
      },
    },
    {
      ...ofSelected,
      id: 'history/revert',
      label: 'Take back this change',
      keys: 'Delete',
      enabled: mayTakeBack,
      perform: () => {
        if (selected !== null) void revert(selected);
      },
    },
    {
      ...ofSelected,
      id: 'history/look-back',
      label: 'See the case as it was then',
      keys: 'V',
      perform: () => {
        if (selected !== null) void lookBack({ seq: selected });
      },
    },
  ];
}
