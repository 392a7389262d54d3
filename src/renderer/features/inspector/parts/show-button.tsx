import { ArrowRight } from 'lucide-react';
import type { Screen } from '../../../state/navigation.ts';
import { IconButton } from '../../../ui/button.tsx';
import { inspect } from './trail.ts';
import type { AnyId } from '../../../../domain/records/registry.ts';

/** Shows the record that a field points to in this inspector. */
export function ShowButton(props: { screen: Screen; id: AnyId; label: string }) {
  const { screen, id, label } = props;
  return (
    <IconButton
      label={label}
      icon={ArrowRight}
      onPress={() => {
        inspect(screen, id);
      }}
    />
  );
}
