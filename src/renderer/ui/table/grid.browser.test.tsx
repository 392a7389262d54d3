import { useState } from 'react';
import { flushSync } from 'react-dom';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import {
  type Ship,
  ShipTable,
  activeWords,
  chooseFromMenu,
  count,
  drawnNames,
  enterGrid,
  fleet,
  grid,
  header,
  inspected,
  ship,
  shownIn,
} from '../testing/ship-table.tsx';

describe('keys', () => {
  test('the grid is one stop of the Tab key, and the arrows move inside it, to its ends and no further', async () => {
    await render(<ShipTable />);
    await enterGrid();
    await expect.element(grid).toHaveFocus();
    await expect.poll(activeWords).toBe('Zora');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.poll(activeWords).toBe('Panama');
    await expect.element(inspected).toHaveTextContent('Ada');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(activeWords).toBe('1987-12-31');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.poll(activeWords).toBe('1987-12-31');
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect.poll(activeWords).toBe('Émile');
    await userEvent.keyboard('{Tab}');
    await expect.element(grid).not.toHaveFocus();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await expect.element(grid).toHaveFocus();
    await expect.poll(activeWords).toBe('Émile');
  });

  test('the cell with the focus is in sight, beside the columns that stay where they are', async () => {
    const widths = { name: 200, flag: 700, tons: 700, launched: 700 };
    await render(<ShipTable layout={{ widths, pinned: ['name'] }} />);
    await enterGrid();
    await userEvent.keyboard('{End}');
    await expect.poll(isActiveInSight).toBe(true);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect.poll(activeWords).toBe('Malta');
    await expect.poll(isActiveInSight).toBe(true);
    await userEvent.keyboard(
      '{Control>}{Home}{/Control}{ArrowUp}{ArrowRight}{ArrowRight}{ArrowRight}',
    );
    await expect.poll(activeWords).toBe('Tons');
    await expect.poll(isActiveInSight).toBe(true);
  });

  test('columns that are not in sight are drawn when they are scrolled to, each in its place', async () => {
    const widths = { name: 200, flag: 700, tons: 700, launched: 700 };
    await render(<ShipTable layout={{ widths, pinned: ['name'] }} />);
    await enterGrid();
    const drawn = (name: string) =>
      [
        ...page
          .getByRole('row', { name: new RegExp(`^${name}`) })
          .element()
          .querySelectorAll('[role="gridcell"]'),
      ].map((cell) => cell.textContent);
    // The row with the focus has all of them, so that the grid can point to any.
    await expect.poll(() => drawn('Zora')).toEqual(['', 'Zora', 'Malta', '1200', '1999-05-04']);
    expect(drawn('Ada')).not.toContain('2011-01-31');
    grid.element().scrollLeft = 5_000;
    await expect.poll(() => drawn('Ada')).toContain('2011-01-31');
    expect(drawn('Ada')).not.toContain('Panama');
    const left = (words: string) =>
      page.getByRole('gridcell', { name: words }).element().getBoundingClientRect().left;
    expect(left('2011-01-31')).toBe(header('Launched').element().getBoundingClientRect().left);
    expect(left('2011-01-31')).toBe(left('1999-05-04'));
    grid.element().scrollLeft = 0;
    await expect.poll(() => drawn('Ada')).toContain('Panama');
  });

  test('Enter opens the record, and so does a double click', async () => {
    const opened: string[] = [];
    await render(<ShipTable onOpen={({ name }) => opened.push(name)} />);
    await enterGrid();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => opened).toEqual(['Ada']);
    await page.getByRole('gridcell', { name: 'Zora' }).dblClick();
    await expect.poll(() => opened).toEqual(['Ada', 'Zora']);
  });

  test('a double click opens what its first click fell on, also where that moved the rows', async () => {
    const opened: string[] = [];
    const onOpen = ({ name }: { name: string }) => opened.push(name);
    // What shows with the record takes the place of one row above the table.
    await render(<MovedByAClick onOpen={onOpen} />);
    await page.getByRole('gridcell', { name: 'Ada' }).dblClick();
    await expect.poll(() => opened).toEqual(['Ada']);
    await expect.element(inspected).toHaveTextContent('Ada');
  });

  test('a record that unfolds is told as such, and shows its details below itself', async () => {
    await render(<ShipTable hasDetails />);
    await page.getByRole('gridcell', { name: 'Ada' }).click();
    const row = page.getByRole('row', { name: /Ada/ }).first();
    await expect.element(row).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(row).toHaveAttribute('aria-expanded', 'true');
    const details = page.getByText('All of Ada');
    await expect.element(details).toBeVisible();
    // The next record stands below them, as high as they turned out to be.
    const below = () =>
      page.getByRole('gridcell', { name: 'mira 10' }).element().getBoundingClientRect();
    await expect
      .poll(() => below().top >= details.element().getBoundingClientRect().bottom)
      .toBe(true);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(details).not.toBeInTheDocument();
  });
});

describe('the popover of a column', () => {
  test('opens by key from any cell of the column; Escape closes it and the same cell has the focus', async () => {
    await render(<ShipTable />);
    await enterGrid();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Alt>}{ArrowDown}{/Alt}');
    await expect.element(page.getByRole('menu', { name: 'Column Flag' })).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: /^Sort ascending/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    await expect.element(grid).toHaveFocus();
    await expect.poll(activeWords).toBe('Panama');
  });

  test('hangs from its header, and an entry taken by key does what it says', async () => {
    await render(<ShipTable />);
    await enterGrid();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Alt>}{ArrowDown}{/Alt}');
    const menu = page.getByRole('menu', { name: 'Column Tons' });
    await expect.element(menu).toBeVisible();
    const head = header('Tons').element().getBoundingClientRect();
    const hung = menu.element().getBoundingClientRect();
    expect(hung.top).toBeGreaterThanOrEqual(head.bottom);
    expect(Math.abs(hung.left - head.left)).toBeLessThan(8);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(header('Tons')).toHaveAttribute('aria-sort', 'descending');
    await expect.element(grid).toHaveFocus();
  });

  test('its button hides no label, at whichever end that stands', async () => {
    await render(<ShipTable />);
    for (const label of ['Name', 'Tons']) {
      await header(label).hover();
      const words = header(label).getByText(label, { exact: true }).element();
      const button = page.getByRole('button', { name: `Menu of the column ${label}` }).element();
      const text = document.createRange();
      text.selectNodeContents(words);
      const [shown, over] = [text.getBoundingClientRect(), button.getBoundingClientRect()];
      expect(shown.right <= over.left || over.right <= shown.left).toBe(true);
    }
  });

  test('the last column cannot be hidden', async () => {
    await render(<ShipTable layout={{ hidden: ['flag', 'tons', 'launched'] }} />);
    await header('Name').hover();
    await page.getByRole('button', { name: 'Menu of the column Name' }).click();
    await expect
      .element(page.getByRole('menuitem', { name: 'Hide' }))
      .toHaveAttribute('aria-disabled', 'true');
  });

  test('wider and narrower change the column by as much as the header shows', async () => {
    const width = () => Math.round(header('Tons').element().getBoundingClientRect().width);
    await render(<ShipTable />);
    expect(width()).toBe(100);
    await chooseFromMenu('Tons', 'Wider');
    await expect.poll(width).toBe(140);
    await chooseFromMenu('Tons', 'Narrower');
    await expect.poll(width).toBe(100);
  });
});

// What a row of the ten thousand says, and where it stands below the header.
function rowAt(line: number): [name: string, top: number] {
  return [`Ship ${line}`, line * 32];
}

describe('ten thousand rows', () => {
  const many = fleet(10_000);
  const scroller = () => grid.element();
  const rowsDrawn = () => document.querySelectorAll('[role="row"]').length;

  test('only those in view are drawn, and all of them are counted', async () => {
    await render(<ShipTable rows={many} />);
    await expect.element(count).toHaveTextContent('10,000 ships');
    await expect.element(grid).toHaveAttribute('aria-rowcount', '10001');
    expect(rowsDrawn()).toBeLessThan(60);
    expect(scroller().scrollHeight).toBe(36 + 10_000 * 32);
    scroller().scrollTop = 5_000 * 32;
    await expect.element(page.getByRole('gridcell', { name: 'Ship 5000' })).toBeVisible();
    const row = page.getByRole('row', { name: /^Ship 5000/ });
    await expect.element(row).toHaveAttribute('aria-rowindex', '5002');
    expect(row.element().getBoundingClientRect().height).toBe(32);
    expect(rowsDrawn()).toBeLessThan(60);
  });

  test('after jumps there and back each stands in its own place, one below the other', async () => {
    await render(<ShipTable rows={many} />);
    for (const first of [5_000, 9_000, 5_010, 5_013, 40, 0]) {
      scroller().scrollTop = first * 32;
      const name = new RegExp(`^Ship ${first}$`);
      await expect.element(page.getByRole('gridcell', { name })).toBeVisible();
      const { top } = scroller().getBoundingClientRect();
      const tops = [...document.querySelectorAll('[role="row"][data-index]')].map((row) => [
        row.querySelector('[aria-colindex="2"]')?.textContent,
        Math.round(row.getBoundingClientRect().top - top + scroller().scrollTop - 36),
      ]);
      expect(tops).toEqual(tops.map((_, at) => rowAt(Number(tops[0]?.[1]) / 32 + at)));
    }
  });

  test('a key goes to the last one, a page up, and back to the first, each in view', async () => {
    await render(<ShipTable rows={many} />);
    await enterGrid();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.element(inspected).toHaveTextContent('Ship 9999');
    await expect.element(page.getByRole('gridcell', { name: 'Ship 9999' })).toBeInViewport();
    await userEvent.keyboard('{PageUp}');
    await expect.poll(() => inspected.element().textContent).toMatch(/^Ship 99[78]\d$/);
    const reached = inspected.element().textContent;
    await expect.element(page.getByRole('gridcell', { name: reached })).toBeInViewport();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.element(page.getByRole('gridcell', { name: /^Ship 0$/ })).toBeInViewport();
  });

  test('they are sorted and searched as a whole', async () => {
    await render(<ShipTable rows={many} />);
    await header('Tons').click();
    await header('Tons').click();
    await expect.poll(() => shownIn()[0]).toBe('Ship 9999');
    await page.getByRole('searchbox').fill('Ship 4321');
    await expect.poll(() => shownIn()).toEqual(['Ship 4321']);
  });

  test('one chosen elsewhere comes into view', async () => {
    const table = await render(<ShipTable rows={many} chosen={null} />);
    await table.rerender(<ShipTable rows={many} chosen="Ship 7000" />);
    await expect.element(page.getByRole('gridcell', { name: 'Ship 7000' })).toBeInViewport();
  });

  test('one that changes stays where it is, in sight and under the keys, and alone is drawn anew', async () => {
    const table = await render(<ShipTable rows={many} />);
    scroller().scrollTop = 3_000 * 32;
    await page.getByRole('gridcell', { name: 'Ship 3005' }).click();
    await expect.element(inspected).toHaveTextContent('Ship 3005');
    const top = scroller().scrollTop;
    drawnNames.length = 0;
    const changed = { ...ship('Ship 3007', 'Malta', 1, null), name: 'Renamed' };
    await table.rerender(<ShipTable rows={many.with(3_007, changed)} />);
    await expect.element(page.getByRole('gridcell', { name: 'Renamed' })).toBeInViewport();
    expect(scroller().scrollTop).toBe(top);
    expect(new Set(drawnNames)).toEqual(new Set(['Renamed']));
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(activeWords).toBe('Ship 3006');
  });
});

test('the focus stays with its record when others come before it or it moves by a sort', async () => {
  const rows = fleet(40);
  const table = await render(<ShipTable rows={rows} />);
  await page.getByRole('gridcell', { name: 'Ship 5', exact: true }).click();
  await table.rerender(<ShipTable rows={[ship('First', 'Malta', 41, null), ...rows]} />);
  await expect.poll(activeWords).toBe('Ship 5');
  await header('Tons').click();
  await header('Tons').click();
  await expect.poll(() => shownIn()[0]).toBe('First');
  await expect.element(inspected).toHaveTextContent('Ship 5');
});

test('compact rows are lower, and as many more are in view', async () => {
  await render(<ShipTable layout={{ isCompact: true }} />);
  const row = page.getByRole('row', { name: /Ada/ }).element();
  expect(row.getBoundingClientRect().height).toBe(28);
});

/** Ships under a line that comes with the first click on any of them, as high as a row. */
function MovedByAClick({ onOpen }: { onOpen: (row: Ship) => void }) {
  const [isMoved, setMoved] = useState(false);
  return (
    <div
      onClick={() => {
        flushSync(() => {
          setMoved(true);
        });
      }}
    >
      {isMoved && <div style={{ height: 32 }} />}
      <ShipTable onOpen={onOpen} />
    </div>
  );
}

// Neither behind the pinned columns nor beyond the edge of the grid.
function isActiveInSight(): boolean {
  const active = document.querySelector('[data-grid] [data-active]')?.getBoundingClientRect();
  const whole = grid.element().getBoundingClientRect();
  const pinned = header('Name').element().getBoundingClientRect();
  return active !== undefined && active.left >= pinned.right && active.right <= whole.right;
}
