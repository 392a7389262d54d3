import { Plus } from 'lucide-react';
import type { Actor, ActorId } from '../../../domain/records/actor/record.ts';
import { run } from '../../state/commands.ts';
import { select } from '../../state/navigation.ts';
import { useReadOnly } from '../../state/replica.ts';
import { RowSource, useRows } from '../../state/rows.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ColumnSet, tableLayout } from '../../ui/table/index.ts';
import { RecordTable, useRecordTable } from '../record-table/index.ts';

interface ActorRow {
  readonly id: ActorId;
  readonly actor: Actor;
}

const rowSource = new RowSource<'actor', ActorRow>({
  type: 'actor',
  row: (_, actor) => ({ id: actor.id, actor }),
});
const columns = new ColumnSet<ActorRow>([
  { id: 'name', label: 'Name', kind: 'text', width: 300, text: ({ actor }) => actor.name },
]);
const initialLayout = tableLayout();

/** Every actor, with the one that has the focus beside them. */
export function ActorsScreen() {
  const rows = useRows(rowSource);
  const table = useRecordTable({ screen: 'actors', columns, rows, initialLayout });
  const isReadOnly = useReadOnly();
  return (
    <RecordTable
      table={table}
      title="Actors"
      noun="actor"
      searchLabel="Search the actors"
      tools={
        <Button
          icon={Plus}
          isDisabled={isReadOnly}
          onPress={() => void run('actor/create', { name: 'Quay wardens' })}
        >
          Add an actor
        </Button>
      }
      onOpen={({ id }) => {
        select('actors', id);
      }}
      empty={<EmptyState title="Who acts?" text="Nobody yet." />}
      isInspecting
    />
  );
}
