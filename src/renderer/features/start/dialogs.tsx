import { type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog, Dialog, DialogActions } from '../../ui/dialog.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { createCase, dismissQuestions, openCase, useOpening } from './opening.ts';

/** Asks what a new case is called. */
export function NewCaseDialog() {
  const isOpen = useOpening((state) => state.isNaming);
  return (
    <Dialog title="New case" isOpen={isOpen} onClose={dismissQuestions}>
      {/* A component of its own, so that each opening begins with an empty name. */}
      <NewCaseForm />
    </Dialog>
  );
}

function NewCaseForm() {
  const [name, setName] = useState('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (name.trim() !== '') void createCase(name.trim());
  }

  return (
    <form onSubmit={submit}>
      <LineField
        label="What is it about?"
        description="The case becomes a folder of this name, in the place you choose next."
        value={name}
        onChange={setName}
        placeholder="The Port of Sarn explosion"
        autoFocus
      />
      <DialogActions>
        <Button onPress={dismissQuestions}>Cancel</Button>
        <Button kind="primary" type="submit" isDisabled={name.trim() === ''}>
          Choose the place…
        </Button>
      </DialogActions>
    </form>
  );
}

/** Offers to look at a case that cannot be changed now. */
export function ReadOnlyDialog() {
  const locked = useOpening((state) => state.locked);
  return (
    <ConfirmDialog
      title="Open it read-only?"
      isOpen={locked !== null}
      confirm="Open read-only"
      onConfirm={() => {
        // “Again” is the place that was refused: the window does not know it.
        void openCase({ kind: 'again' }, true);
      }}
      onClose={dismissQuestions}
    >
      <p>{locked?.message}</p>
    </ConfirmDialog>
  );
}
