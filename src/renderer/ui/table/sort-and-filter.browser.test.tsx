import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import {
  ShipTable,
  chooseFromMenu,
  count,
  enterGrid,
  grid,
  header,
  selectedNames,
  ship,
  shownIn,
  ships,
} from '../testing/ship-table.tsx';

const asTheyCame = ships.map(({ name }) => name);

describe('sorting', () => {
  test('a click sorts by the rules of language, a second one the other way round, a third not at all', async () => {
    await render(<ShipTable />);
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
    await header('Name').click();
    await expect.poll(() => shownIn()).toEqual(['Ada', 'Émile', 'Mira 2', 'mira 10', 'Zora']);
    await expect.element(header('Name')).toHaveAttribute('aria-sort', 'ascending');
    await header('Name').click();
    await expect.poll(() => shownIn()).toEqual(['Zora', 'mira 10', 'Mira 2', 'Émile', 'Ada']);
    await expect.element(header('Name')).toHaveAttribute('aria-sort', 'descending');
    await header('Name').click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
    await expect.element(header('Name')).not.toHaveAttribute('aria-sort');
  });

  test('what has no number comes last, whichever way round', async () => {
    await render(<ShipTable />);
    await header('Tons').click();
    await expect.poll(() => shownIn('Tons')).toEqual(['90', '300', '1200', '5000', '']);
    await header('Tons').click();
    await expect.poll(() => shownIn('Tons')).toEqual(['5000', '1200', '300', '90', '']);
  });

  test('Shift adds a second column to sort by, and the header says which is which', async () => {
    await render(<ShipTable />);
    await header('Flag').click();
    await header('Name').click({ modifiers: ['Shift'] });
    await expect.poll(() => shownIn()).toEqual(['mira 10', 'Zora', 'Mira 2', 'Ada', 'Émile']);
    await expect.element(header('Flag')).toHaveTextContent('Flag1');
    await expect.element(header('Name')).toHaveTextContent('Name2');
    await header('Name').click();
    await expect.element(header('Flag')).toHaveTextContent('Flag');
  });

  test('by keyboard: the header is above the first line, Enter sorts, Shift+Enter adds', async () => {
    await render(<ShipTable />);
    await enterGrid();
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{Enter}');
    await expect.element(header('Flag')).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.keyboard('{ArrowLeft}{Shift>}{Enter}{/Shift}');
    await expect.poll(() => shownIn()).toEqual(['mira 10', 'Zora', 'Mira 2', 'Ada', 'Émile']);
  });
});

describe('searching', () => {
  test('every word must stand somewhere in the row, and the status says how many are left', async () => {
    await render(<ShipTable />);
    await expect.element(count).toHaveTextContent('5 ships');
    await page.getByRole('searchbox').fill('malta MIRA');
    await expect.poll(() => shownIn()).toEqual(['mira 10']);
    await expect.element(count).toHaveTextContent('1 of 5 ships');
    await page.getByRole('button', { name: 'Remove Search: malta MIRA' }).click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
  });

  test('a search that finds nothing says so and offers the way back', async () => {
    await render(<ShipTable />);
    await page.getByRole('searchbox').fill('submarine');
    await expect.element(page.getByRole('heading', { name: 'No ships match' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
  });

  test('keys that go on from the search act on what it found, however fast they come', async () => {
    await render(<ShipTable />);
    const search = page.getByRole('searchbox').element();
    // All in one task, so that the browser draws nothing in between.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
      search,
      'malta',
    );
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    press(search, 'ArrowDown');
    press(document.activeElement, 'a', { ctrlKey: true });
    await expect.element(selectedNames).toHaveTextContent('Zora, mira 10');
  });

  test('without any rows there is nothing to clear', async () => {
    await render(<ShipTable rows={[]} />);
    await expect.element(page.getByRole('heading', { name: 'No ships yet' })).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Clear filters' }))
      .not.toBeInTheDocument();
  });
});

describe('filtering by a column', () => {
  test('of words: what it contains, followed as one types; Enter goes back to the grid', async () => {
    await render(<ShipTable />);
    await chooseFromMenu('Name', 'Filter…');
    await expect.element(page.getByRole('dialog', { name: 'Filter by Name' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Name contains' })).toHaveFocus();
    await userEvent.keyboard('emi');
    await expect.poll(() => shownIn()).toEqual(['Émile']);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(grid).toHaveFocus();
    await expect.element(header('Name').getByRole('img', { name: 'filtered' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Name: “emi”' }).click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
  });

  test('of choices: any of those ticked', async () => {
    await render(<ShipTable />);
    await chooseFromMenu('Flag', 'Filter…');
    const choices = page.getByRole('group', { name: 'Flag' }).getByRole('checkbox');
    await expect.element(choices.nth(2)).toBeVisible();
    await page.getByText('Norway', { exact: true }).last().click();
    await expect.poll(() => shownIn()).toEqual(['Mira 2']);
    await page.getByText('Panama', { exact: true }).last().click();
    await expect.poll(() => shownIn()).toEqual(['Ada', 'Mira 2', 'Émile']);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.element(grid).toHaveFocus();
  });

  test('of figures: from one to another, both included, and none without a figure', async () => {
    await render(<ShipTable />);
    await chooseFromMenu('Tons', 'Filter…');
    await page.getByRole('spinbutton', { name: 'From' }).fill('300');
    await expect.poll(() => shownIn()).toEqual(['Zora', 'Ada', 'Émile']);
    await page.getByRole('spinbutton', { name: 'To' }).fill('1200');
    await expect.poll(() => shownIn()).toEqual(['Zora', 'Ada']);
    await page.getByRole('spinbutton', { name: 'From' }).fill('');
    await expect.poll(() => shownIn()).toEqual(['Zora', 'Ada', 'Mira 2']);
  });

  test('of days: the last day counts to its end', async () => {
    const evening = {
      ...ship('Eve', 'Malta', 1, null),
      launched: Date.parse('2011-01-31T23:59:59Z'),
    };
    await render(<ShipTable rows={[...ships, evening]} />);
    await chooseFromMenu('Launched', 'Filter…');
    await page.getByLabelText('From').fill('1999-05-04');
    await page.getByLabelText('To').fill('2011-01-31');
    await expect.poll(() => shownIn()).toEqual(['Zora', 'Ada', 'Eve']);
    await expect
      .element(page.getByRole('button', { name: 'Remove Launched: 1999-05-04 to 2011-01-31' }))
      .toBeVisible();
  });
});

describe('arranging', () => {
  test('grouped rows stand under what they share, and a group folds', async () => {
    await render(<ShipTable />);
    await chooseFromMenu('Flag', 'Group by this');
    const malta = page.getByRole('row', { name: /Malta.*2/ }).first();
    await expect.element(malta).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(() => shownIn()).toEqual(['Zora', 'mira 10', 'Mira 2', 'Ada', 'Émile']);
    await malta.click();
    await expect.element(malta).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(() => shownIn()).toEqual(['Mira 2', 'Ada', 'Émile']);
    await page.getByRole('button', { name: 'Remove Grouped by Flag' }).click();
    await expect.poll(() => shownIn()).toEqual(asTheyCame);
  });

  test('columns move, pin, hide and come back, and the layout can be reset', async () => {
    const labels = () =>
      page
        .getByRole('columnheader')
        .elements()
        .map((cell) => cell.textContent);
    await render(<ShipTable />);
    await chooseFromMenu('Name', 'Move right');
    await expect.poll(labels).toEqual(['Selection', 'Flag', 'Name', 'Tons', 'Launched']);
    await chooseFromMenu('Tons', 'Pin at the left');
    await expect.poll(labels).toEqual(['Selection', 'Tons', 'Flag', 'Name', 'Launched']);
    await chooseFromMenu('Launched', 'Hide');
    await expect.poll(labels).toEqual(['Selection', 'Tons', 'Flag', 'Name']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Launched' }).click();
    await expect.poll(labels).toEqual(['Selection', 'Tons', 'Flag', 'Name', 'Launched']);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitem', { name: 'Reset layout' }).click();
    await expect.poll(labels).toEqual(['Selection', 'Name', 'Flag', 'Tons', 'Launched']);
  });

  test('a dragged header moves its column, and a dragged edge makes it wider by as much', async () => {
    const widthOfName = () => header('Name').element().getBoundingClientRect().width;
    await render(<ShipTable />);
    await header('Tons')
      .getByTitle('Tons')
      .dropTo(header('Name'), { targetPosition: { x: 10, y: 10 } });
    await expect.poll(() => header('Tons').element().getAttribute('aria-colindex')).toBe('2');
    const before = widthOfName();
    const edge = header('Name').element().lastElementChild ?? document.body;
    const { width } = grid.element().getBoundingClientRect();
    await userEvent.dragAndDrop(edge, header('Launched'), {
      sourcePosition: { x: 3, y: 10 },
      targetPosition: { x: 20, y: 10 },
    });
    await expect.poll(widthOfName).toBeGreaterThan(before + 100);
    expect(grid.element().getBoundingClientRect().width).toBe(width);
  });
});

function press(element: Element | null, key: string, init: KeyboardEventInit = {}): void {
  element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
}
