import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FieldsOf, KeptEdits } from '../../../ui/kept-edits.tsx';
import { notSaved } from '../../../ui/use-edit.ts';
import { DateField } from './date-field.tsx';

/** The published date of the document that is shown. */
function shown(
  owner: string,
  onCommit: (edtf: string | null) => Promise<unknown>,
  value: string | null = '2024-05-01',
) {
  return (
    <KeptEdits>
      <FieldsOf key={owner} owner={owner}>
        <DateField label="Published" value={value} isDisabled={false} onCommit={onCommit} />
      </FieldsOf>
    </KeptEdits>
  );
}

function year() {
  return page.getByRole('textbox').first();
}

async function writeYear(text: string): Promise<void> {
  await year().fill(text);
  await userEvent.keyboard('{Enter}');
}

test('a date that was refused stays, is there again with its record, and is asked for again by Enter', async () => {
  const onCommit = vi.fn().mockResolvedValueOnce(null).mockResolvedValue({});
  const screen = await render(shown('one', onCommit));
  const before = year().element() as HTMLInputElement;
  expect(before.value).toContain('2024');
  await writeYear('2023-05-01');
  await expect.element(page.getByText(notSaved)).toBeVisible();
  await screen.rerender(shown('other', onCommit));
  await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  await screen.rerender(shown('one', onCommit));
  await expect.element(page.getByText(notSaved)).toBeVisible();
  await year().click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onCommit.mock.calls).toEqual([['2023-05-01'], ['2023-05-01']]);
  await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  await screen.rerender(shown('other', onCommit));
  await screen.rerender(shown('one', onCommit));
  await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
});

test('a date that was refused is not asked for again by leaving the field', async () => {
  const onCommit = vi.fn().mockResolvedValue(null);
  await render(shown('one', onCommit));
  await writeYear('2023-05-01');
  await expect.element(page.getByText(notSaved)).toBeVisible();
  for (let count = 0; count < 3; count += 1) {
    await year().click();
    await userEvent.keyboard('{Tab}');
  }
  await expect.element(year()).not.toHaveFocus();
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test('that a date is unknown can be asked for again, and taken back, where it was refused', async () => {
  const onCommit = vi.fn().mockResolvedValue(null);
  await render(shown('one', onCommit));
  const kind = page.getByRole('button', { name: /Published/ });
  await kind.click();
  await page.getByRole('option', { name: /Unknown/ }).click();
  await expect.element(page.getByText(notSaved)).toBeVisible();
  await expect.element(kind).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onCommit.mock.calls).toEqual([[null], [null]]);
  await expect.element(page.getByText(notSaved)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  await expect.poll(() => (year().element() as HTMLInputElement).value).toContain('2024');
});

test('an emptied date is not forgotten without a word', async () => {
  const onCommit = vi.fn();
  const screen = await render(shown('one', onCommit));
  await year().fill('');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await screen.rerender(shown('other', onCommit));
  await screen.rerender(shown('one', onCommit));
  await expect.element(year()).toHaveValue('');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await year().fill('2023');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(onCommit).not.toHaveBeenCalled();
});

test('a text that is no date is there again with its record, until Escape takes it back', async () => {
  const onCommit = vi.fn();
  const screen = await render(shown('one', onCommit));
  await writeYear('someday');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await screen.rerender(shown('other', onCommit));
  await screen.rerender(shown('one', onCommit));
  await expect.element(year()).toHaveValue('someday');
  await year().click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await screen.rerender(shown('other', onCommit));
  await screen.rerender(shown('one', onCommit));
  await expect.element(year()).not.toHaveValue('someday');
  expect(onCommit).not.toHaveBeenCalled();
});

test('the kind of date alone is no date: it is forgotten with its record, without a word', async () => {
  const onCommit = vi.fn();
  const screen = await render(shown('one', onCommit, null));
  const kind = page.getByRole('button', { name: /Published/ });
  await kind.click();
  await page.getByRole('option', { name: /Exact date/ }).click();
  await expect.element(year()).toBeVisible();
  await screen.rerender(shown('other', onCommit, null));
  await screen.rerender(shown('one', onCommit, null));
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(onCommit).not.toHaveBeenCalled();
});
