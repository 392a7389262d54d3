import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ComboBox, type ComboBoxItem } from './combo-box.tsx';

const sources: readonly ComboBoxItem[] = [
  { id: 'agency', label: 'Coast agency', hint: 'a state agency' },
  { id: 'wire', label: 'Littoral wire', keywords: ['LW', 'Küstendienst'] },
  { id: 'pilot', label: 'The harbour pilot' },
  { id: 'wireless', label: 'Wireless club' },
];

// As wide as an inspector: of a box as wide as the window the list would reach out of it, and scrolling closes lists.
const panel = { width: '20rem' };

interface SourceBoxProps {
  readonly items?: () => readonly ComboBoxItem[];
  readonly initial?: string;
  readonly onPick?: (id: string) => void;
  readonly onCreate?: (text: string) => void;
}

/** A box for a source as the app uses it: what is picked is what it shows from then on. */
function SourceBox({ items = () => sources, initial, onPick, onCreate }: SourceBoxProps) {
  const [id, setId] = useState(initial ?? null);
  return (
    <div style={panel}>
      <ComboBox
        label="Source"
        items={items}
        selected={sources.find((source) => source.id === id) ?? null}
        onPick={(picked) => {
          onPick?.(picked);
          setId(picked);
        }}
        {...(onCreate === undefined ? {} : { onCreate, createLabel: 'Create the source' })}
      />
      <button
        type="button"
        onClick={() => {
          setId('pilot');
        }}
      >
        Undo
      </button>
    </div>
  );
}

function box(): Locator {
  return page.getByRole('combobox', { name: 'Source' });
}

function options(): string[] {
  return page
    .getByRole('option')
    .elements()
    .map((option) => option.textContent);
}

async function expectOptions(expected: readonly string[]): Promise<void> {
  await expect.poll(options).toEqual(expected);
}

async function tabIn(): Promise<void> {
  await userEvent.keyboard('{Tab}');
  await expect.element(box()).toHaveFocus();
}

describe('finding', () => {
  test('the list opens with the focus, all of it, each entry with its hint', async () => {
    await render(<SourceBox initial="wire" />);
    await tabIn();
    await expectOptions([
      'Coast agencya state agency',
      'Littoral wire',
      'The harbour pilot',
      'Wireless club',
    ]);
    await expect.element(box()).toHaveValue('Littoral wire');
  });

  test('typing narrows it by any word, those that begin so first', async () => {
    await render(<SourceBox />);
    await tabIn();
    await userEvent.keyboard('wire');
    await expectOptions(['Wireless club', 'Littoral wire']);
    await userEvent.clear(box());
    await userEvent.keyboard('KUSTEN');
    await expectOptions(['Littoral wire']);
    await userEvent.keyboard('x');
    await expectOptions(['Nothing is called that.']);
  });

  test('of very many, no more are listed than anybody reads', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      id: `s${index}`,
      label: `Source ${index}`,
    }));
    await render(<SourceBox items={() => many} />);
    await tabIn();
    await expect.poll(() => options().length).toBe(60);
    await userEvent.keyboard('4999');
    await expectOptions(['Source 4999']);
  });

  test('what there is to choose from is as it was when the list opened, until it closes', async () => {
    let known = sources.slice(0, 1);
    await render(<SourceBox items={() => known} />);
    await tabIn();
    await expectOptions(['Coast agencya state agency']);
    known = sources.slice(0, 2);
    await userEvent.keyboard('i');
    await expectOptions(['Nothing is called that.']);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('i');
    await expectOptions(['Littoral wire']);
  });
});

describe('picking', () => {
  test('an arrow and Enter take the entry shown, and the list closes', async () => {
    const onPick = vi.fn();
    await render(<SourceBox onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('pilot');
    await expectOptions(['The harbour pilot']);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(box()).toHaveValue('The harbour pilot');
    await expect.element(box()).toHaveAttribute('aria-expanded', 'false');
    await expect.element(box()).toHaveFocus();
    expect(onPick.mock.calls).toEqual([['pilot']]);
  });

  test('a click takes an entry, and the focus goes back to the box without opening the list', async () => {
    const onPick = vi.fn();
    await render(<SourceBox initial="agency" onPick={onPick} />);
    await box().click();
    await page.getByRole('option', { name: 'Wireless club' }).click();
    await expect.element(box()).toHaveValue('Wireless club');
    await expect.element(box()).toHaveFocus();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    expect(onPick.mock.calls).toEqual([['wireless']]);
  });

  test('what is chosen already is not chosen once more', async () => {
    const onPick = vi.fn();
    await render(<SourceBox initial="wire" onPick={onPick} />);
    await tabIn();
    await page.getByRole('option', { name: 'Littoral wire' }).click();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).not.toHaveFocus();
    await expect.element(box()).toHaveValue('Littoral wire');
    expect(onPick).not.toHaveBeenCalled();
  });

  test('where picking adds to a list, the same can be picked again', async () => {
    const onPick = vi.fn();
    await render(
      <div style={panel}>
        <ComboBox label="Source" items={() => sources} onPick={onPick} />
      </div>,
    );
    for (const count of [1, 2]) {
      await box().click();
      await userEvent.keyboard('club');
      await page.getByRole('option', { name: 'Wireless club' }).click();
      await expect.element(box()).toHaveValue('');
      await expect.poll(() => onPick.mock.calls.length).toBe(count);
      await userEvent.keyboard('{Tab}');
    }
  });
});

describe('Enter', () => {
  test('takes the only entry that there is', async () => {
    const onPick = vi.fn();
    await render(<SourceBox onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('pil');
    await expectOptions(['The harbour pilot']);
    await userEvent.keyboard('{Enter}');
    await expect.element(box()).toHaveValue('The harbour pilot');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    expect(onPick.mock.calls).toEqual([['pilot']]);
  });

  test('takes the one that is called exactly so, also by another of its names', async () => {
    const onPick = vi.fn();
    const more = [...sources, { id: 'lwx', label: 'LWX' }];
    await render(<SourceBox items={() => more} onPick={onPick} onCreate={vi.fn()} />);
    await tabIn();
    await userEvent.keyboard('lw');
    await expectOptions(['Littoral wire', 'LWX', 'Create the source “lw”']);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onPick.mock.calls).toEqual([['wire']]);
  });

  test('makes something new of words that lead to nothing else', async () => {
    const onCreate = vi.fn();
    await render(<SourceBox onCreate={onCreate} />);
    await tabIn();
    await userEvent.keyboard('Fishermen');
    await expectOptions(['Create the source “Fishermen”']);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCreate.mock.calls).toEqual([['Fishermen']]);
  });

  test('keeps words that nothing is called, and says so until Escape gives back what was there', async () => {
    const onPick = vi.fn();
    await render(<SourceBox initial="wire" onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('Fishermen');
    await expectOptions(['Nothing is called that.']);
    await userEvent.keyboard('{Enter}');
    await expect.element(box()).toHaveValue('Fishermen');
    await expectOptions(['Nothing is called that.']);
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('Littoral wire');
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
    expect(onPick).not.toHaveBeenCalled();
  });

  test('keeps words that may mean several, and their list', async () => {
    const onPick = vi.fn();
    await render(<SourceBox onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('wire');
    await expectOptions(['Wireless club', 'Littoral wire']);
    await userEvent.keyboard('{Enter}');
    await expect.element(box()).toHaveValue('wire');
    await expectOptions(['Wireless club', 'Littoral wire']);
    expect(onPick).not.toHaveBeenCalled();
  });
});

describe('leaving without a choice', () => {
  test('Escape gives back what was there and keeps the focus', async () => {
    const onPick = vi.fn();
    await render(<SourceBox initial="wire" onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('pil');
    await expectOptions(['The harbour pilot']);
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await expect.element(box()).toHaveValue('Littoral wire');
    await expect.element(box()).toHaveFocus();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    expect(onPick).not.toHaveBeenCalled();
  });

  test('so does going on to the next field', async () => {
    const onPick = vi.fn();
    await render(<SourceBox initial="wire" onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard('pil');
    await expectOptions(['The harbour pilot']);
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).toHaveValue('Littoral wire');
    await expect
      .element(page.getByText('“pil” was typed, but nothing was chosen.'))
      .toBeInTheDocument();
    expect(onPick).not.toHaveBeenCalled();
  });

  test('words that nothing is called are named on leaving, until the box is used again', async () => {
    await render(<SourceBox />);
    await tabIn();
    await userEvent.keyboard('Fishermen{Tab}');
    await expect.element(box()).toHaveValue('');
    const said = page.getByText('Nothing is called “Fishermen”, and nothing was chosen.');
    await expect.element(said).toBeInTheDocument();
    await box().click();
    await expect.element(said).not.toBeInTheDocument();
  });

  test('nobody is told anything who typed nothing', async () => {
    await render(<SourceBox initial="wire" />);
    await tabIn();
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).not.toHaveFocus();
    await expect.element(page.getByText('nothing was chosen')).not.toBeInTheDocument();
  });

  test('what changes from elsewhere is shown, and opens no list', async () => {
    await render(<SourceBox initial="wire" />);
    await expect.element(box()).toHaveValue('Littoral wire');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(box()).toHaveValue('The harbour pilot');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  });
});

describe('creating', () => {
  test('words that nothing is called make something new, without the spaces around them', async () => {
    const onCreate = vi.fn();
    const onPick = vi.fn();
    await render(<SourceBox onCreate={onCreate} onPick={onPick} />);
    await tabIn();
    await userEvent.keyboard(' wire ');
    await expectOptions(['Wireless club', 'Littoral wire', 'Create the source “wire”']);
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(() => onCreate.mock.calls).toEqual([['wire']]);
    await expect.element(box()).toHaveValue('');
    expect(onPick).not.toHaveBeenCalled();
  });

  test('no second thing of one name is offered, whatever its case and accents', async () => {
    await render(<SourceBox onCreate={vi.fn()} />);
    await tabIn();
    await userEvent.keyboard('wireless CLÜB');
    await expectOptions(['Wireless club']);
  });

  test('nothing is offered to be made of no words, or where nothing can be made', async () => {
    await render(<SourceBox onCreate={vi.fn()} />);
    await tabIn();
    await userEvent.keyboard('   ');
    await expect.poll(() => options().length).toBe(sources.length);
  });
});
