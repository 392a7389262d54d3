import { type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { importPasted, useImports } from './imports.ts';

function close(): void {
  useImports.setState({ isPasting: false });
}

/** Takes text that comes from nowhere in particular: an e-mail, a chat, a page that could not be saved. */
export function PasteDialog() {
  const isOpen = useImports((state) => state.isPasting);
  return (
    <Dialog title="Paste text" isOpen={isOpen} onClose={close} isWide>
      <PasteForm />
    </Dialog>
  );
}

/** A component of its own, so that each opening begins empty. */
function PasteForm() {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (text.trim() !== '') void importPasted(title.trim(), text);
  }

  return (
    <form onSubmit={submit}>
      <LineField label="Title" value={title} onChange={setTitle} placeholder="Pasted text" />
      <LineField label="Text" value={text} onChange={setText} multiline autoFocus />
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
          Import
        </Button>
      </DialogActions>
    </form>
  );
}
