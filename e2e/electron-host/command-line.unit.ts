import { expect, test } from 'vitest';
import { addScheme, toChromium, toElectron } from './addresses.ts';
import { parseCommandLine } from './command-line.ts';

test("reads the test runner's command line", () => {
  const words = ['-r', '/loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];
  const line = parseCommandLine([...words, '/app', '--flag', 'file.txt']);
  expect(line.preloads).toEqual(['/loader.js']);
  expect([...line.switches]).toEqual([
    ['no-sandbox', ''],
    ['remote-debugging-port', '0'],
  ]);
  expect(line.appFolder).toBe('/app');
});

test('notices that no app is named', () => {
  expect(parseCommandLine(['--no-sandbox']).appFolder).toBeNull();
});

test("the app's addresses become Chromium's and come back", () => {
  addScheme('app');
  expect(toChromium('app://assay/a/b.html?q#f')).toBe('http://assay.app.localhost/a/b.html?q#f');
  expect(toElectron('http://assay.app.localhost/a/b.html?q#f')).toBe('app://assay/a/b.html?q#f');
  expect(toChromium('app://assay')).toBe('http://assay.app.localhost/');
});

test('other addresses stay, and other schemes are refused', () => {
  for (const address of ['https://example.com/', 'about:blank', 'http://x.other.localhost/']) {
    expect(toChromium(address)).toBe(address);
    expect(toElectron(address)).toBe(address);
  }
  expect(() => toChromium('gopher://example.com/')).toThrow(/gopher/);
});
