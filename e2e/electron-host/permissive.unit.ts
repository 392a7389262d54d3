import { createServer, type Server } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFixture, startFixture, stopFixture, type RunningFixture } from './fixture.ts';

// The counterpart of the security tests: with an app that denies nothing, everything goes through.

const patience = 60_000;

let folder: string;
let fixture: RunningFixture;
let server: Server;
let elsewhere: string;

beforeAll(async () => {
  folder = await buildFixture(join(import.meta.dirname, 'fixture-app', 'permissive.ts'));
  fixture = await startFixture(folder);
  server = createServer((_request, response) => response.end('reached'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}, patience);

afterAll(async () => {
  server.close();
  await stopFixture(fixture);
  await rm(folder, { recursive: true });
});

test('a request that nobody blocks arrives', { timeout: patience }, async () => {
  const arrived = new Promise((resolve) => server.once('request', resolve));
  await fixture.window.evaluate(
    (place) => fetch(place, { mode: 'no-cors' }).then(() => null),
    elsewhere,
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
