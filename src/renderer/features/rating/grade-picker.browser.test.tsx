import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { GradePicker } from './index.ts';

function Verdict({ onRate }: { onRate: (value: string) => void }) {
  const [value, setValue] = useState('open');
  return (
    <GradePicker
      scale="verdict"
      value={value}
      onRate={(grade) => {
        setValue(grade);
        onRate(grade);
      }}
    />
  );
}

test('the focus goes to the grade that a key rates by, so that Enter does not take the rating back', async () => {
  const onRate = vi.fn();
  await render(<Verdict onRate={onRate} />);
  await userEvent.keyboard('{Tab}s');
  await expect.element(page.getByRole('radio', { name: 'Supported' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('radio', { name: 'Supported' })).toBeChecked();
  expect(onRate.mock.calls).toEqual([['supported']]);
});
