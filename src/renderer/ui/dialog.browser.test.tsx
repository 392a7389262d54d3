import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Button } from './button.tsx';
import { ConfirmDialog, Dialog } from './dialog.tsx';
import { LineField } from './line-field.tsx';
import { SelectField } from './select-field.tsx';

/** A window with a button before and after, and a dialog that the first one opens. */
function WindowWithDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <>
      <Button
        onPress={() => {
          setIsOpen(true);
        }}
      >
        New case
      </Button>
      <Button>Elsewhere</Button>
      <Dialog
        title="New case"
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        actions={<Button>Create</Button>}
      >
        <LineField label="Name" value={name} onChange={setName} />
        <SelectField
          label="Marking"
          value="open"
          options={[
            { value: 'open', label: 'Open' },
            { value: 'closed', label: 'Closed' },
          ]}
          onChange={vi.fn()}
        />
      </Dialog>
    </>
  );
}

const dialog = page.getByRole('dialog', { name: 'New case' });
const opener = page.getByRole('button', { name: 'New case' });

async function openByKeyboard(): Promise<void> {
  await userEvent.keyboard('{Tab}');
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).toBeVisible();
}

function focusIsIn(element: Element): boolean {
  return element.contains(document.activeElement);
}

/** What the focus is on: its own label, else its words; a field has neither. */
function focusedWords(): string {
  const { activeElement } = document;
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
}

test('a dialog takes the focus, keeps it, and the window behind it is out of reach', async () => {
  await render(<WindowWithDialog />);
  await openByKeyboard();
  const element = dialog.element();
  await expect.poll(() => focusIsIn(element)).toBe(true);
  // It has four stops; once round and on.
  const stops: string[] = [];
  for (let presses = 0; presses < 5; presses += 1) {
    await userEvent.keyboard('{Tab}');
    expect(focusIsIn(element)).toBe(true);
    stops.push(focusedWords());
  }
  expect(stops).toEqual(['Close', '', 'Open', 'Create', 'Close']);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(focusIsIn(element)).toBe(true);
  const elsewhere = page.getByText('Elsewhere').element();
  expect(elsewhere.closest('[inert]')).not.toBeNull();
});

test('Escape closes it and gives the focus back to what opened it', async () => {
  await render(<WindowWithDialog />);
  await openByKeyboard();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('its cross closes it, and so does a click beside it, but none inside', async () => {
  await render(<WindowWithDialog />);
  await opener.click();
  await dialog.getByRole('heading').click();
  await expect.element(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await userEvent.click(document.body, { position: { x: 5, y: 690 }, force: true });
  await expect.element(dialog).not.toBeInTheDocument();
});

test('Escape closes a list in it first, and then the dialog', async () => {
  await render(<WindowWithDialog />);
  await openByKeyboard();
  await dialog.getByRole('button', { name: /Marking/ }).click();
  const list = page.getByRole('listbox', { name: 'Marking' });
  await expect.element(list).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(list).not.toBeInTheDocument();
  await expect.element(dialog).toBeVisible();
  // The list gives the focus back in the frame after it is gone; nobody presses a key sooner.
  await expect.element(dialog.getByRole('button', { name: /Marking/ })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});

test('what was written in it is there until it closes', async () => {
  await render(<WindowWithDialog />);
  await openByKeyboard();
  await dialog.getByRole('textbox', { name: 'Name' }).click();
  await userEvent.keyboard('Port fire');
  await expect.element(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Port fire');
});

/** A question before something is deleted; says in which order it answered. */
function question(heard: string[]) {
  return (
    <ConfirmDialog
      title="Delete the tag?"
      isOpen
      confirm="Delete"
      isDanger
      onConfirm={() => heard.push('confirm')}
      onClose={() => heard.push('close')}
    >
      <p>It is on 3 highlights.</p>
    </ConfirmDialog>
  );
}

test('a question is answered by Enter, closes, and is answered once', async () => {
  const heard: string[] = [];
  await render(question(heard));
  const alert = page.getByRole('alertdialog', { name: 'Delete the tag?' });
  await expect.element(alert.getByRole('button', { name: 'Delete' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => heard).toEqual(['close', 'confirm']);
});

test.each([
  ['Cancel', () => page.getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', () => userEvent.keyboard('{Escape}')],
])('%s takes the question away and does nothing', async (_name, answer) => {
  const heard: string[] = [];
  await render(question(heard));
  await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus();
  await answer();
  await expect.poll(() => heard).toEqual(['close']);
});
