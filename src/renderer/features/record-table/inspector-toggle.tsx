import { PanelRight } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';

/** The button of a toolbar that shows or hides the inspector. */
export function InspectorToggle(props: {
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}) {
  return (
    <IconButton
      label="Inspector"
      icon={PanelRight}
      isSelected={props.isShown}
      onPress={() => {
        props.onChange(!props.isShown);
      }}
    />
  );
}
