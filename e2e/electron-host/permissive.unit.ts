import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startElsewhere, type Elsewhere } from './elsewhere.ts';
import { buildFixture, startFixture, stopFixture, type RunningFixture } from './fixture.ts';

// The counterpart of the security tests: with an app that denies nothing, everything goes through.

const patience = 60_000;

let folder: string;
let fixture: RunningFixture;
let elsewhere: Elsewhere;

beforeAll(async () => {
  folder = await buildFixture(join(import.meta.dirname, 'fixture-app', 'permissive.ts'));
  fixture = await startFixture(folder);
  elsewhere = await startElsewhere();
}, patience);

afterAll(async () => {
  elsewhere.close();
  await stopFixture(fixture);
  await rm(folder, { recursive: true });
});

test('a request that nobody blocks arrives', { timeout: patience }, async () => {
  const arrived = elsewhere.nextRequest();
  await fixture.window.evaluate(
    (place) => fetch(place, { mode: 'no-cors' }).then(() => null),
    elsewhere.url,
  );
  await arrived;
});

test(
  'permissions that nobody denies are granted, as Electron does',
  { timeout: patience },
  async () => {
    const state = await fixture.window.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(state).toBe('granted');
  },
);

test('a navigation that nobody prevents is made', { timeout: patience }, async () => {
  await fixture.window.click('#second');
  await fixture.window.waitForSelector('h1:text("Second")');
});

test('without a preload the page has no bridge', { timeout: patience }, async () => {
  expect(await fixture.window.evaluate(() => 'assay' in window)).toBe(false);
});
