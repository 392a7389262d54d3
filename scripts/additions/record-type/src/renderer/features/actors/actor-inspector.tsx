import { run } from '../../state/commands.ts';
import { useReadOnly } from '../../state/replica.ts';
import type { InspectorProps } from '../../state/screen.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Panel, Section } from '../inspector/index.ts';

/** An actor: what it is called. */
export function ActorInspector({ screen, record: actor }: InspectorProps<'actor'>) {
  const { id, name, claims } = actor;
  const isReadOnly = useReadOnly();
  return (
    <Panel screen={screen} kind="Actor">
      <Section title="Who it is">
        <TextField
          label="Name"
          value={name}
          isDisabled={isReadOnly}
          onCommit={(changed) =>
            void run('actor/update', { actor: id, changes: { name: changed, claims } })
          }
        />
      </Section>
    </Panel>
  );
}
