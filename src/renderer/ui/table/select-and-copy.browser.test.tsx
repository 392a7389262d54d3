import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import {
  ShipTable,
  count,
  enterGrid,
  header,
  inspected,
  selectedNames,
  ships,
} from '../testing/ship-table.tsx';

describe('selecting', () => {
  test('by keyboard: Space one, Shift a range, Ctrl+A all that is shown, Escape none', async () => {
    await render(<ShipTable />);
    await enterGrid();
    await userEvent.keyboard(' ');
    await expect.element(selectedNames).toHaveTextContent('Zora');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.element(selectedNames).toHaveTextContent('Zora, Ada, mira 10');
    await expect.element(count).toHaveTextContent('5 ships, 3 selected');
    await userEvent.keyboard('{Escape}');
    await expect.element(selectedNames).toBeEmptyDOMElement();
    await page.getByRole('searchbox').fill('malta');
    await userEvent.keyboard('{ArrowDown}{Control>}a{/Control}');
    await expect.element(selectedNames).toHaveTextContent('Zora, mira 10');
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(selectedNames).toBeEmptyDOMElement();
  });

  test('by mouse: a click in the gutter or with Ctrl one, with Shift a range; a plain click none', async () => {
    await render(<ShipTable />);
    await page.getByRole('gridcell', { name: 'Ada' }).click();
    await expect.element(inspected).toHaveTextContent('Ada');
    await expect.element(selectedNames).toBeEmptyDOMElement();
    const gutter = page.getByRole('row', { name: /^Zora/ }).getByRole('gridcell').first();
    await gutter.click();
    await page.getByRole('gridcell', { name: 'Mira 2' }).click({ modifiers: ['Control'] });
    await expect.element(selectedNames).toHaveTextContent('Zora, Mira 2');
    await page.getByRole('gridcell', { name: 'Ada' }).click({ modifiers: ['Shift'] });
    await expect.element(selectedNames).toHaveTextContent('Ada, mira 10, Mira 2');
    await expect
      .element(page.getByRole('row', { name: /Ada/ }))
      .toHaveAttribute('aria-selected', 'true');
  });

  test('the mark over the gutter selects all and then none', async () => {
    await render(<ShipTable />);
    await header('Selection').click();
    await expect.element(count).toHaveTextContent('5 ships, 5 selected');
    await header('Selection').click();
    await expect.element(count).toHaveTextContent('5 ships');
  });
});

/** Is called with what the next copying puts on the clipboard. */
function watchCopying() {
  const copied = vi.fn();
  document.addEventListener(
    'copy',
    (event) => {
      copied(event.clipboardData?.getData('text/plain'));
    },
    { once: true },
  );
  return copied;
}

test('Ctrl+C takes the cell with the focus also after a click, when the caret is in the cell', async () => {
  const copied = watchCopying();
  await render(<ShipTable rows={ships.slice(0, 2)} />);
  await page.getByRole('gridcell', { name: 'Panama' }).click();
  await userEvent.keyboard('{Control>}c{/Control}');
  await expect.poll(() => copied.mock.calls).toEqual([['Panama']]);
});

test('Ctrl+C takes the selected rows, or the row with the focus, as a spreadsheet reads them', async () => {
  const copied = watchCopying();
  await render(<ShipTable rows={ships.slice(0, 2)} />);
  await enterGrid();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(count).toHaveTextContent('2 ships, 2 selected');
  await userEvent.keyboard('{Control>}c{/Control}');
  await expect
    .poll(() => copied.mock.calls)
    .toEqual([
      ['Name\tFlag\tTons\tLaunched\nZora\tMalta\t1200\t1999-05-04\nAda\tPanama\t300\t2011-01-31\n'],
    ]);
});
