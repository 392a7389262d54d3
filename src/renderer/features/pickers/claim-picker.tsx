import { shortName } from '../../../domain/records/registry.ts';
import { currentView } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import { calledByNumber } from './called-by-number.ts';

interface ClaimPickerProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly onPick: (claim: ClaimId) => void;
  /** Claims not to be offered. */
  readonly without?: ReadonlySet<ClaimId>;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Chooses a claim by its number or the words of its statement; the document that makes it stands beneath. */
export function ClaimPicker(props: ClaimPickerProps) {
  return (
    <ComboBox
      label={props.label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={() => itemsWithout(props.without)}
      onPick={props.onPick}
      called={(typed) => calledByNumber('claim', typed)}
      placeholder={props.placeholder ?? 'Find a claim…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}

function itemsWithout(without: ReadonlySet<ClaimId> = new Set()): ComboBoxItem<ClaimId>[] {
  const view = currentView();
  return Array.from(view.all('claim'), (claim) => {
    const { id, statement, document } = claim;
    const title = view.get(document)?.title ?? '';
    const number = shortName(claim);
    return {
      id,
      label: statement,
      hint: `${number} · ${title}`,
      keywords: [String(claim.number), title],
    };
  }).filter(({ id }) => !without.has(id));
}
