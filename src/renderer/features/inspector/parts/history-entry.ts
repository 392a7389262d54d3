import { recordName } from '../../../../domain/history/record-name.ts';
import type { AnyRecord } from '../../../../domain/model/records.ts';
import { showHistoryOf } from '../../../state/history-view.ts';
import type { MenuEntry } from '../../../ui/menu-button.tsx';

/** The menu entry that shows what was changed of a record, by whom and when. */
export function historyEntry(record: AnyRecord): MenuEntry {
  return {
    id: 'history',
    label: 'Show its history',
    onAction: () => {
      showHistoryOf(record.id, recordName(record));
    },
  };
}
