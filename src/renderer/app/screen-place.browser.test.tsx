import { Star } from 'lucide-react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { nameScreens, useNavigation } from '../state/navigation.ts';
import type { ScreenContribution } from '../state/screen.ts';
import { ScreenPlace } from './screen-place.tsx';

let fault: string | null = null;

function Charts() {
  if (fault !== null) throw new Error(fault);
  return <p>All charts</p>;
}

const charts: ScreenContribution = {
  ...{ id: 'charts', label: 'Charts', keys: 'G X', icon: Star, position: 1, component: Charts },
};
const berths: ScreenContribution = {
  ...{ ...charts, id: 'berths', label: 'Berths', component: () => <p>All berths</p> },
};

/** Two screens with the buttons that lead to them, as the shell has them. */
function Screens() {
  const current = useNavigation(({ screen }) => screen);
  return (
    <>
      <button
        onClick={() => {
          useNavigation.setState({ screen: 'charts' });
        }}
      >
        To the charts
      </button>
      <ScreenPlace screen={charts} isCurrent={current === 'charts'} other={berths} />
      <ScreenPlace screen={berths} isCurrent={current === 'berths'} other={charts} />
    </>
  );
}

const notice = page.getByRole('alert');

beforeEach(() => {
  fault = 'The keel is gone';
  nameScreens(['charts', 'berths']);
  // React tells the console of whatever was caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

test('a screen that cannot be drawn says what went wrong, and is drawn when it is tried again', async () => {
  await render(<Screens />);
  await expect.element(notice.getByText('This screen could not be drawn')).toBeVisible();
  await expect.element(notice.getByText(/Nothing that was saved is lost/)).toBeVisible();
  await expect.element(notice.getByText(/^Error: The keel is gone/)).toBeVisible();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.element(notice).toBeVisible();
  fault = null;
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('All charts')).toBeVisible();
  await expect.element(notice).not.toBeInTheDocument();
});

test('another screen is a button away, and the one that failed is tried again on coming back', async () => {
  await render(<Screens />);
  await notice.getByRole('button', { name: 'Go to Berths' }).click();
  await expect.element(page.getByText('All berths')).toBeVisible();
  await expect.element(notice).not.toBeInTheDocument();
  fault = null;
  await page.getByRole('button', { name: 'To the charts' }).click();
  await expect.element(page.getByText('All charts')).toBeVisible();
});

test('the error is copied as a whole', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await render(<Screens />);
  await notice.getByRole('button', { name: 'Copy the error' }).click();
  await expect.element(notice.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(write.mock.calls[0]?.[0]).toMatch(/^Error: The keel is gone\n/);
});
