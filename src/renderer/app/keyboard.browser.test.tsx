import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useKeyboard } from './keyboard.ts';

function ScreenWithAField() {
  useKeyboard();
  return (
    <>
      <input aria-label="Name" />
      <button type="button">Next</button>
    </>
  );
}

test('the key for undoing, where there is nothing to undo, takes nothing back that was typed into another field', async () => {
  await render(<ScreenWithAField />);
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.click();
  await userEvent.keyboard('Ada');
  await page.getByRole('button', { name: 'Next' }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus();
  await expect.element(field).toHaveValue('Ada');
});
