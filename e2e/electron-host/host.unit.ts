import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type Electron from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../src/contract/bridge.ts';
import { startElsewhere, type Elsewhere } from './elsewhere.ts';
import { buildFixture, startFixture, stopFixture, type RunningFixture } from './fixture.ts';

// A launch takes a second; a machine that does much else may take twenty.
const patience = 60_000;

let folder: string;
let fixture: RunningFixture;
let elsewhere: Elsewhere;

beforeAll(async () => {
  folder = await buildFixture();
  fixture = await startFixture(folder);
  elsewhere = await startElsewhere();
}, patience);

afterAll(async () => {
  elsewhere.close();
  await stopFixture(fixture);
  await rm(folder, { recursive: true });
});

function call(name: string, request?: unknown): Promise<unknown> {
  return fixture.window.evaluate(
    ([to, what]) => window.assay.invoke(String(to), what),
    [name, request],
  );
}

describe('what is not modelled', { timeout: patience }, () => {
  /** What a function of the main process throws. */
  async function thrownBy(use: (electron: typeof Electron) => unknown): Promise<unknown> {
    return fixture.app.evaluate(use).then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
  }

  test.each<[string, (electron: typeof Electron) => unknown, string]>([
    ['a member of a module', ({ app }) => app.dock, 'does not model app.dock'],
    ['a module', ({ powerMonitor }) => powerMonitor, 'does not model electron.powerMonitor'],
    [
      'an event',
      ({ app }) => app.on('gpu-info-update', () => undefined),
      'app event "gpu-info-update"',
    ],
    [
      'an option',
      ({ BrowserWindow }) => new BrowserWindow({ frame: false }),
      'BrowserWindow option "frame"',
    ],
    [
      'a value of an option',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }),
      'option "sandbox" with the value false',
    ],
    ['a role', ({ Menu }) => Menu.buildFromTemplate([{ role: 'zoom' }]), 'MenuItem role "zoom"'],
    ['a kind of path', ({ app }) => app.getPath('music'), "app.getPath('music')"],
    [
      'a filter',
      ({ session }) => {
        session.defaultSession.webRequest.onBeforeRequest({ urls: ['*://*/*'] }, () => undefined);
      },
      'onBeforeRequest with a filter',
    ],
  ])('%s throws and is named', async (_what, use, message) => {
    expect(await thrownBy(use)).toContain(message);
  });

  test('nothing is left of a window that was refused', async () => {
    const count = await fixture.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(count).toBe(1);
  });
});

describe('the bridge', { timeout: patience }, () => {
  test('carries plain data both ways', async () => {
    const request = { text: 'café 👩‍🚀 \ud800', list: [1, null, -0.5], nothing: undefined, $: 'x' };
    expect(await call('echo', request)).toEqual(request);
  });

  test('carries bytes both ways, and megabytes of them', async () => {
    const answer = await fixture.window.evaluate(async () => {
      const bytes = new Uint8Array(8 << 20).map((_, index) => index % 251);
      const back = await window.assay.invoke('echo', { bytes });
      const echoed = Reflect.get(Object(back), 'bytes') as unknown;
      if (!(echoed instanceof Uint8Array)) return 'no bytes';
      return echoed.length === bytes.length && echoed.every((byte, at) => byte === bytes[at]);
    });
    expect(answer).toBe(true);
  });

  test('carries large answers', async () => {
    const length = await fixture.window.evaluate(
      async () => String(await window.assay.invoke('large', 20_000_000)).length,
    );
    expect(length).toBe(20_000_000);
  });

  test('keeps calls that run at once apart', async () => {
    const answers = await fixture.window.evaluate(() =>
      Promise.all([1, 2, 3].map((value) => window.assay.invoke('echo', value))),
    );
    expect(answers).toEqual([1, 2, 3]);
  });

  test("rejects with Electron's words when a handler throws, and when a value cannot be sent", async () => {
    await expect(call('fail')).rejects.toThrow(
      "Error invoking remote method 'invoke': Error: told to fail",
    );
    const refused = await fixture.window
      .evaluate(() =>
        Promise.resolve(window.assay.invoke('echo', { method: () => 1 })).catch(String),
      )
      .catch(String);
    expect(refused).toContain('could not be cloned');
  });

  test('delivers events to subscribers until they leave', async () => {
    const heard = await fixture.window.evaluate(async () => {
      const events: unknown[] = [];
      const leave = window.assay.subscribe((event, payload) => events.push([event, payload]));
      await window.assay.invoke('announce', { first: new Uint8Array([7]) });
      leave();
      await window.assay.invoke('announce', 'second');
      await window.assay.invoke('echo', null);
      return events;
    });
    expect(heard).toEqual([['announced', { first: new Uint8Array([7]) }]]);
  });

  test('is all that the page can see of the preload and of the host', async () => {
    const seen = await fixture.window.evaluate(() => ({
      bridge: document.body.dataset['bridge'],
      frozen: Object.isFrozen(window.assay),
      writable: Object.getOwnPropertyDescriptor(window, 'assay')?.writable,
      leaks: [
        'require',
        'process',
        'module',
        'sendToHost',
        'receiveFromHost',
        'ipcRenderer',
      ].filter((name) => name in window),
    }));
    expect(seen).toEqual({ bridge: 'invoke subscribe', frozen: true, writable: false, leaks: [] });
  });
});

describe('the rest of what the app uses', { timeout: patience }, () => {
  test('a file is shown in its folder by the test, and to nobody without a screen', async () => {
    const unseen = call('show', '/a.txt');
    await expect(unseen).rejects.toThrow('replace the function of `shell`');
    const shown = await fixture.app.evaluateHandle(({ shell }) => {
      const paths: string[] = [];
      shell.showItemInFolder = (path) => {
        paths.push(path);
      };
      return paths;
    });
    await call('show', '/a.txt');
    expect(await shown.jsonValue()).toEqual(['/a.txt']);
  });

  test('dialogs are answered by the test', async () => {
    await fixture.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: false, filePaths: ['/a.txt', '/b.txt'] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/c.html' });
    });
    expect(await call('choose files')).toEqual(['/a.txt', '/b.txt']);
    expect(await call('choose folder')).toBe('/a.txt');
    expect(await call('choose save location')).toBe('/c.html');
    await fixture.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    });
    expect(await call('choose files')).toEqual([]);
    expect(await call('choose folder')).toBeNull();
    expect(await call('choose save location')).toBeNull();
  });

  test('the menu can be read and chosen from', async () => {
    const menu = await fixture.app.evaluate(({ Menu }) => {
      const [file] = Menu.getApplicationMenu()?.items ?? [];
      const entries = file?.submenu?.items ?? [];
      for (const entry of entries) if (entry.id !== '') Reflect.apply(entry.click, entry, []);
      return entries.map(({ label, type, enabled, accelerator }) => [
        label,
        type,
        enabled,
        accelerator,
      ]);
    });
    expect(menu).toEqual([
      ['Open…', 'normal', true, 'CmdOrCtrl+O'],
      ['Save', 'normal', false, undefined],
      ['', 'separator', true, undefined],
      ['Quit', 'normal', true, undefined],
    ]);
    expect(await call('actions')).toEqual(['file/open']);
  });

  test('the window has its title and the size of content that it asked for', async () => {
    const title = await fixture.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    );
    expect(title).toBe('Assay');
    expect(await fixture.window.evaluate(() => [innerWidth, innerHeight])).toEqual([1360, 860]);
  });

  test('pages follow the chosen colours', async () => {
    await call('dark');
    expect(
      await fixture.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
    ).toBe(true);
  });

  test('user data is where the environment says', async () => {
    expect(await call('paths')).toMatchObject({
      userData: fixture.userData,
      resources: join(folder, 'resources'),
    });
  });

  test('prints a tagged PDF with an outline, offline and without scripts', async () => {
    elsewhere.forget();
    const html = `<!doctype html><html lang="en"><title>Report</title><h1>One</h1><p>Text.</p>
      <h2 style="break-before: page">Two</h2><img src="${elsewhere.url}/pixel.png">
      <script>document.body.append(...Array.from({ length: 500 }, () => document.createElement('hr')))</script>`;
    const pdf = await fixture.window.evaluate(async (page) => {
      const bytes = await window.assay.invoke('print', page);
      return bytes instanceof Uint8Array ? new TextDecoder('latin1').decode(bytes) : '';
    }, html);
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(elsewhere.connections()).toBe(0);
    const windows = await fixture.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });
});
