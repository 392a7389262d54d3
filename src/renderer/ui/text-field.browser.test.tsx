import { describe, expect, test, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FieldsOf, KeptEdits } from './kept-edits.tsx';
import { LineField } from './line-field.tsx';
import { TextField } from './text-field.tsx';
import { notSaved } from './use-edit.ts';

/** A field of the inspector with a neighbour to go on to; it shows what the case says, which the test decides. */
function field(value: string, more: Partial<Parameters<typeof TextField>[0]> = {}) {
  return (
    <>
      <TextField label="Place" value={value} onCommit={vi.fn()} {...more} />
      <button type="button">Next</button>
    </>
  );
}

function box(): Locator {
  return page.getByRole('textbox', { name: 'Place' });
}

/** Goes to the field and writes at its end. */
async function write(words: string): Promise<void> {
  await box().click();
  await userEvent.keyboard(`{End}${words}`);
}

describe('one edit is one change', () => {
  test('Enter commits the whole edit once, and leaving the field then commits nothing more', async () => {
    const onCommit = vi.fn();
    const screen = await render(field('Port', { onCommit }));
    await write(' Ada');
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['Port Ada']]);
    await expect.element(box()).toHaveFocus();
    await screen.rerender(field('Port Ada', { onCommit }));
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus();
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  test('leaving the field commits', async () => {
    const onCommit = vi.fn();
    await render(field('', { onCommit }));
    await write('Quay 9');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => onCommit.mock.calls).toEqual([['Quay 9']]);
  });

  test('an edit that comes back to what was there is none', async () => {
    const onCommit = vi.fn();
    await render(field('Port', { onCommit }));
    await write('s{Backspace}{Enter}{Tab}');
    await expect.element(box()).not.toHaveFocus();
    expect(onCommit).not.toHaveBeenCalled();
  });

  test('in a text of several lines Enter begins a line, and Ctrl+Enter commits', async () => {
    const onCommit = vi.fn();
    await render(field('One', { onCommit, multiline: true }));
    await write('{Enter}two');
    await expect.element(box()).toHaveValue('One\ntwo');
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['One\ntwo']]);
  });

  test('the Enter that takes a word from an input method commits nothing', async () => {
    const onCommit = vi.fn();
    await render(field('港', { onCommit }));
    await write('口');
    const composing = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    box().element().dispatchEvent(new KeyboardEvent('keydown', composing));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['港口']]);
  });
});

describe('taking an edit back', () => {
  test('Escape gives back what was there and commits nothing, now or later', async () => {
    const onCommit = vi.fn();
    await render(field('Port', { onCommit }));
    await write(' Ada{Escape}');
    await expect.element(box()).toHaveValue('Port');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).not.toHaveFocus();
    expect(onCommit).not.toHaveBeenCalled();
  });

  test('that Escape is the field’s own; the next is the window’s', async () => {
    const heard: string[] = [];
    await render(
      <div
        onKeyDown={({ key }) => {
          heard.push(key);
        }}
      >
        {field('Port')}
      </div>,
    );
    await write('s');
    await expect.element(box()).toHaveValue('Ports');
    heard.length = 0;
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('Port');
    expect(heard).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => heard).toEqual(['Escape']);
  });
});

describe('what arrives from elsewhere', () => {
  test('does not overwrite what is being typed, and the edit is committed over it', async () => {
    const onCommit = vi.fn();
    const screen = await render(field('Port', { onCommit }));
    await write(' Ada');
    await screen.rerender(field('Harbour', { onCommit }));
    await expect.element(box()).toHaveValue('Port Ada');
    await userEvent.keyboard('!{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['Port Ada!']]);
  });

  test('is shown at once where nobody is typing, also with the focus in the field', async () => {
    const screen = await render(field('Port'));
    await box().click();
    await screen.rerender(field('Harbour'));
    await expect.element(box()).toHaveValue('Harbour');
  });

  test('what was committed stays until the change comes, and then the case is followed again', async () => {
    const onCommit = vi.fn();
    const screen = await render(field('Port', { onCommit }));
    await write(' Ada{Enter}');
    await expect.poll(() => onCommit.mock.calls.length).toBe(1);
    await screen.rerender(field('Port', { onCommit }));
    await expect.element(box()).toHaveValue('Port Ada');
    await screen.rerender(field('Port Ada', { onCommit }));
    await screen.rerender(field('Port', { onCommit }));
    await expect.element(box()).toHaveValue('Port');
  });
});

describe('what could not be saved', () => {
  const refusedOnce = () => vi.fn().mockResolvedValueOnce(null).mockResolvedValue({});

  test('stays as it was typed, says so, and is asked for again by Enter alone', async () => {
    const onCommit = refusedOnce();
    const screen = await render(field('Port', { onCommit }));
    await write(' Ada{Tab}');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await expect.element(box()).toHaveValue('Port Ada');
    await expect.element(box()).toBeInvalid();
    await box().click();
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).not.toHaveFocus();
    expect(onCommit).toHaveBeenCalledTimes(1);
    await box().click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['Port Ada'], ['Port Ada']]);
    await screen.rerender(field('Port Ada', { onCommit }));
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
    await expect.element(box()).toHaveValue('Port Ada');
  });

  test('is taken back by Escape', async () => {
    await render(field('Port', { onCommit: refusedOnce() }));
    await write(' Ada{Enter}');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('Port');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  });

  test('is over once what was sent after it is saved', async () => {
    const answers: ((saved: unknown) => void)[] = [];
    const onCommit = () => new Promise((resolve) => answers.push(resolve));
    const screen = await render(field('Port', { onCommit }));
    await write('1{Enter}2{Enter}');
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.({});
    await screen.rerender(field('Port12', { onCommit }));
    answers[0]?.(null);
    await expect.element(box()).toHaveValue('Port12');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  });

  test('does not overwrite what was typed since', async () => {
    let refuse: (answer: null) => void = () => undefined;
    const answer = new Promise<null>((resolve) => {
      refuse = resolve;
    });
    await render(field('Port', { onCommit: () => answer }));
    await write(' Ada{Enter}!');
    refuse(null);
    await answer;
    await expect.element(box()).toHaveValue('Port Ada!');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  });

  /** The field of the record that is shown, if any, in a case. */
  function shown(owner: string | null, more: Partial<Parameters<typeof TextField>[0]>) {
    return (
      <KeptEdits>
        {owner !== null && (
          <FieldsOf key={owner} owner={owner}>
            {field(`Port of ${owner}`, more)}
          </FieldsOf>
        )}
      </KeptEdits>
    );
  }

  test('is there again with its record, and with no other', async () => {
    const onCommit = refusedOnce();
    const screen = await render(shown('one', { onCommit }));
    await write(' Ada{Enter}');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await screen.rerender(shown('other', { onCommit }));
    await expect.element(box()).toHaveValue('Port of other');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one Ada');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await box().click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCommit.mock.calls.length).toBe(2);
    await screen.rerender(shown('other', { onCommit }));
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one');
  });

  test('is there again also where the refusal came when the field was gone', async () => {
    let refuse: (answer: null) => void = () => undefined;
    const answer = new Promise<null>((resolve) => {
      refuse = resolve;
    });
    const onCommit = () => answer;
    const screen = await render(shown('one', { onCommit }));
    await write(' Ada{Enter}');
    await screen.rerender(shown(null, { onCommit }));
    refuse(null);
    await answer;
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one Ada');
    await box().click();
    await userEvent.keyboard('{Escape}');
    await screen.rerender(shown(null, { onCommit }));
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one');
  });

  test('is not shown in place of what holds where nothing can be changed', async () => {
    const onCommit = refusedOnce();
    const screen = await render(shown('one', { onCommit }));
    await write(' Ada{Enter}');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await screen.rerender(shown('one', { onCommit, isDisabled: true }));
    await expect.element(box()).toHaveValue('Port of one');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one Ada');
  });

  test('is in every field of the record, and over in all of them once it is saved', async () => {
    const onCommit = refusedOnce();
    const twice = (value: string) => (
      <KeptEdits>
        <FieldsOf owner="one">
          <TextField label="Place" value={value} onCommit={onCommit} />
        </FieldsOf>
        <FieldsOf owner="one">
          <TextField label="Place" value={value} onCommit={onCommit} />
        </FieldsOf>
      </KeptEdits>
    );
    const screen = await render(twice('Port'));
    await box().first().click();
    await userEvent.keyboard('{End} Ada{Enter}');
    await expect.element(box().last()).toHaveValue('Port Ada');
    await expect.element(page.getByText(notSaved).last()).toBeVisible();
    await box().last().click();
    await userEvent.keyboard('{End}!{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['Port Ada'], ['Port Ada!']]);
    await screen.rerender(twice('Port Ada!'));
    await expect.element(box().first()).toHaveValue('Port Ada!');
    await expect.element(page.getByText(notSaved)).not.toBeInTheDocument();
  });

  test('is there again where the field was taken away in the middle of a word', async () => {
    const onCommit = vi.fn();
    const screen = await render(shown('one', { onCommit }));
    await write(' Ada');
    await screen.rerender(shown(null, { onCommit }));
    onCommit.mockReset();
    await screen.rerender(shown('one', { onCommit }));
    await expect.element(box()).toHaveValue('Port of one Ada');
    await expect.element(page.getByText(notSaved)).toBeVisible();
    await box().click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onCommit.mock.calls).toEqual([['Port of one Ada']]);
  });

  test('is there again also where it is wrong', async () => {
    const more = { onCommit: vi.fn(), validate: () => 'Only digits.' };
    const screen = await render(shown('one', more));
    await write(' Ada{Tab}');
    await screen.rerender(shown('other', more));
    await screen.rerender(shown('one', more));
    await expect.element(box()).toHaveValue('Port of one Ada');
    await expect.element(page.getByText('Only digits.')).toBeVisible();
  });
});

test('a wrong value is said to be wrong, is kept, and is not committed', async () => {
  const onCommit = vi.fn();
  const validate = (value: string) => (/^\d*$/.test(value) ? null : 'Only digits.');
  await render(field('12', { onCommit, validate }));
  await write('x{Enter}');
  await expect.element(page.getByText('Only digits.')).toBeVisible();
  await expect.element(box()).toBeInvalid();
  await userEvent.keyboard('{Tab}');
  await expect.element(box()).toHaveValue('12x');
  expect(onCommit).not.toHaveBeenCalled();
  await write('{Backspace}3{Enter}');
  await expect.poll(() => onCommit.mock.calls).toEqual([['123']]);
  await expect.element(page.getByText('Only digits.')).not.toBeInTheDocument();
});

test('a field of a form tells each letter, and is called by its label', async () => {
  const onChange = vi.fn();
  await render(
    <LineField label="Place" value="" description="Where it was." onChange={onChange} autoFocus />,
  );
  await expect.element(box()).toHaveFocus();
  await expect.element(box()).toHaveAccessibleDescription('Where it was.');
  await userEvent.keyboard('a');
  await expect.poll(() => onChange.mock.calls).toEqual([['a']]);
});
