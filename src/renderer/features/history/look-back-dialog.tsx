import { useState } from 'react';
import { lookBack } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MomentField } from '../../ui/moment-field.tsx';

/** Asks for a moment and shows the case as it was then. */
export function LookBackDialog({ onClose }: { onClose: () => void }) {
  const [moment, setMoment] = useState('');
  const at = new Date(moment);
  const isMoment = !Number.isNaN(at.getTime());
  return (
    <Dialog
      title="See the case as it was on…"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={!isMoment}
            onPress={() => {
              onClose();
              void lookBack({ at: at.toISOString() });
            }}
          >
            Show it
          </Button>
        </>
      }
    >
      <p>
        Every screen then shows what the case held at that moment. Nothing can be changed meanwhile,
        and “Back to now” leads back.
      </p>
      <MomentField label="Day and time" kind="datetime-local" value={moment} onChange={setMoment} />
    </Dialog>
  );
}
