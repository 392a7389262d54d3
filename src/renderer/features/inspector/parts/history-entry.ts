import { recordName, typeName } from '../../../../domain/history/record-name.ts';
import type { AnyRecord } from '../../../../domain/records/registry.ts';
import type { Action } from '../../../state/actions.ts';
import { showHistoryOf } from '../../../state/history-view.ts';
import type { Screen } from '../../../state/navigation.ts';
import type { MenuEntry } from '../../../ui/menu-button.tsx';

/** The menu entry that shows what was changed of a record, by whom and when. */
export function historyEntry(record: AnyRecord): MenuEntry {
  return {
    id: 'history',
    label: 'Show its history',
    onAction: () => {
      show(record);
    },
  };
}

/** The same for the palette, while a screen shows the record. */
export function historyAction(screen: Screen, record: AnyRecord): Action {
  const label = `Show the history of this ${typeName(record.type).toLowerCase()}`;
  return {
    id: `${screen}/history`,
    label,
    group: 'History',
    screen,
    perform: () => {
      show(record);
    },
  };
}

function show(record: AnyRecord): void {
  showHistoryOf(record.id, recordName(record));
}
