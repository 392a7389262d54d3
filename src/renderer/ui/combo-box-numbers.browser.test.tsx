import { describe, expect, test, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type CalledItems, ComboBox, type ComboBoxItem } from './combo-box.tsx';

const sources: readonly ComboBoxItem[] = [
  { id: 'berth', label: 'Berth S7' },
  { id: 'watch', label: 'Watch S99' },
  { id: 'pilot', label: 'The harbour pilot' },
];

// Of these sources only the pilot has a number: S7.
function called(typed: string): CalledItems<string> | null {
  if (!/^(s|no )\d+$/iu.test(typed)) return null;
  const ids = typed.endsWith('7') ? ['pilot'] : [];
  return { ids, nothing: `Nobody is ${typed}.`, mayBeName: typed.startsWith('no') };
}

interface SourceBoxProps {
  readonly onPick: (id: string) => void;
  readonly onCreate: (text: string) => void;
}

/** A box for a source, as wide as an inspector. */
function SourceBox(props: SourceBoxProps) {
  return (
    <div style={{ width: '20rem' }}>
      <ComboBox
        label="Source"
        items={() => sources}
        {...{ called, ...props }}
        createLabel="Create"
      />
    </div>
  );
}

function box(): Locator {
  return page.getByRole('combobox', { name: 'Source' });
}

async function tabIn(): Promise<void> {
  await userEvent.keyboard('{Tab}');
  await expect.element(box()).toHaveFocus();
}

async function expectOptions(expected: readonly string[]): Promise<void> {
  const options = () => page.getByRole('option').elements();
  await expect.poll(() => options().map((option) => option.textContent)).toEqual(expected);
}

describe('a number', () => {
  test('lists what it calls before what merely holds it, and Enter takes that', async () => {
    const onPick = vi.fn();
    await render(<SourceBox onPick={onPick} onCreate={vi.fn()} />);
    await tabIn();
    await userEvent.keyboard('s7');
    await expectOptions(['The harbour pilot', 'Berth S7']);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onPick.mock.calls).toEqual([['pilot']]);
  });

  test('that calls nothing is no name of something new, and Enter takes nothing that holds it', async () => {
    const [onPick, onCreate] = [vi.fn(), vi.fn()];
    await render(<SourceBox {...{ onPick, onCreate }} />);
    await tabIn();
    await userEvent.keyboard('S98');
    await expectOptions(['Nobody is S98.']);
    await userEvent.keyboard('{Backspace}9');
    await expectOptions(['Watch S99']);
    await userEvent.keyboard('{Enter}');
    await expect.element(box()).toHaveValue('S99');
    await userEvent.keyboard('{Backspace}8{Tab}');
    await expect.element(page.getByText('Nobody is S98.')).toBeInTheDocument();
    expect([onPick.mock.calls, onCreate.mock.calls]).toEqual([[], []]);
  });

  test('that may be a name is left to choose by hand where something has it, and else made', async () => {
    const [onPick, onCreate] = [vi.fn(), vi.fn()];
    await render(<SourceBox {...{ onPick, onCreate }} />);
    await tabIn();
    await userEvent.keyboard('no 7');
    await expectOptions(['The harbour pilot', 'Create “no 7”']);
    await userEvent.keyboard('{Enter}');
    await expect.element(box()).toHaveValue('no 7');
    await userEvent.keyboard('{Backspace}8');
    await expectOptions(['Create “no 8”']);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCreate.mock.calls).toEqual([['no 8']]);
    expect(onPick).not.toHaveBeenCalled();
  });
});
