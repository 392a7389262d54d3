import { useMemo } from 'react';
import type { ClaimId } from '../../../domain/model/ids.ts';
import { useRecords } from '../../state/replica.ts';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';

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

/** Chooses a claim by the words of its statement; the document that makes it stands beneath. */
export function ClaimPicker(props: ClaimPickerProps) {
  const { label, onPick, without } = props;
  const claims = useRecords('claim');
  const documents = useRecords('document');
  const items = useMemo(() => {
    const titles = new Map(documents.map(({ id, title }) => [id, title]));
    return claims
      .filter(({ id }) => without?.has(id) !== true)
      .map((claim): ComboBoxItem & { id: ClaimId } => {
        const title = titles.get(claim.document) ?? '';
        return { id: claim.id, label: claim.statement, hint: title, keywords: [title] };
      });
  }, [claims, documents, without]);

  return (
    <ComboBox
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      items={items}
      onPick={(id) => {
        const chosen = items.find((item) => item.id === id);
        if (chosen !== undefined) onPick(chosen.id);
      }}
      placeholder={props.placeholder ?? 'Words of the claim…'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    />
  );
}
