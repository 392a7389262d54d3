import { createServer, type Server } from 'node:http';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Electron from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../src/contract/bridge.ts';
import { buildFixture, startFixture, stopFixture, type RunningFixture } from './fixture.ts';

// A launch takes a second; a machine that does much else may take twenty.
const patience = 60_000;

let folder: string;
let fixture: RunningFixture;
let server: Server;
let elsewhere: string;
let connections = 0;

beforeAll(async () => {
  folder = await buildFixture();
  await writeFile(join(folder, 'out', 'secret.html'), 'not for the page');
  fixture = await startFixture(folder);
  server = createServer((_request, response) => response.end('reached'));
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}, patience);

afterAll(async () => {
  server.close();
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

describe('security', { timeout: patience }, () => {
  test('pages come with a policy: no inline scripts, no eval, no inline styles, no requests', async () => {
    const outcome = await fixture.window.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective);
      });
      const style = document.createElement('style');
      style.textContent = 'h1 { color: red }';
      document.head.append(style);
      const fetched = await fetch('./index.html').catch(() => 'refused');
      const evaluated = await new Promise<boolean>((resolve) => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        setTimeout(() => {
          resolve('ran' in window);
        });
      });
      const colour = getComputedStyle(document.querySelector('h1') ?? document.body).color;
      return { title: document.title, fetched, evaluated, colour, violations };
    });
    expect(outcome).toMatchObject({
      title: 'Fixture',
      fetched: 'refused',
      evaluated: false,
      colour: 'rgb(1, 2, 3)',
    });
    expect(outcome.violations).toEqual(
      expect.arrayContaining(['connect-src', 'script-src-elem', 'style-src-elem']),
    );
  });

  test('there is nothing to go back to', async () => {
    await fixture.window.evaluate(() => {
      history.back();
    });
    expect(await call('echo', 1)).toBe(1);
    expect(await call('echo', 2)).toBe(2);
    expect(fixture.window.url()).toMatch(/\/index\.html$/);
  });

  test('a path that leaves the renderer is refused', async () => {
    const stranger = await fixture.window.goto(
      new URL('/%2e%2e%2fsecret.html', fixture.window.url()).href,
    );
    expect(stranger?.status()).toBe(403);
    const missing = await fixture.window.goto(new URL('/none.html', fixture.window.url()).href);
    expect(missing?.status()).toBe(404);
    const page = await fixture.window.goto(new URL('/index.html', fixture.window.url()).href);
    expect(page?.status()).toBe(200);
    expect(await call('echo', 'the bridge is back')).toBe('the bridge is back');
  });

  test('no request reaches another place, whoever makes it', async () => {
    connections = 0;
    const home = new URL('/index.html', fixture.window.url()).href;
    await expect(fixture.window.goto(elsewhere)).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT/);
    // What cannot be loaded leaves Chromium's own error page.
    await fixture.window.waitForURL('chrome-error://**');
    await fixture.window.goto(home);
    await fixture.window.evaluate((place) => {
      const page = document.createElement('div');
      document.body.append(page);
      for (const [tag, attribute] of [
        ['img', 'src'],
        ['script', 'src'],
        ['iframe', 'src'],
        ['object', 'data'],
        ['video', 'src'],
      ] as const) {
        const element = document.createElement(tag);
        element.setAttribute(attribute, place);
        page.append(element);
      }
      for (const relation of ['stylesheet', 'preload', 'prefetch', 'preconnect', 'icon']) {
        const link = document.createElement('link');
        link.rel = relation;
        link.href = place;
        document.head.append(link);
      }
      navigator.sendBeacon(place, 'x');
      void fetch(place, { mode: 'no-cors' }).catch(() => undefined);
      try {
        new WebSocket(place.replace('http', 'ws'));
      } catch {
        // Refused at once is as good as refused later.
      }
    }, elsewhere);
    // A request of our own that is known to arrive last shows that the server was listening all the time.
    await fetch(elsewhere);
    expect(connections).toBe(1);
  });

  test.each([
    [
      'another page of the app',
      () => {
        location.href = './page.css';
      },
    ],
    [
      'the empty page',
      () => {
        location.href = 'about:blank';
      },
    ],
    [
      'a page made by the page',
      () => {
        location.href = URL.createObjectURL(new Blob(['<h1>x'], { type: 'text/html' }));
      },
    ],
    [
      'itself, anew',
      () => {
        location.reload();
      },
    ],
    [
      'where a form leads',
      () => {
        const form = document.createElement('form');
        form.action = './page.css';
        document.body.append(form);
        form.submit();
      },
    ],
  ])('the page cannot go to %s', async (_where, go) => {
    await fixture.window.evaluate(() => {
      document.body.dataset['mark'] = 'still here';
    });
    await fixture.window.evaluate(go);
    // Two answered calls later, a navigation would have taken the page away.
    expect(await call('echo', 1)).toBe(1);
    expect(await call('echo', 2)).toBe(2);
    expect(await fixture.window.evaluate(() => document.body.dataset['mark'])).toBe('still here');
    expect(fixture.window.url()).toMatch(/\/index\.html$/);
  });

  test('places within the page are the page’s own business', async () => {
    await fixture.window.evaluate(() => {
      location.hash = 'claims';
      history.pushState(null, '', '#sources');
    });
    expect(fixture.window.url()).toMatch(/#sources$/);
    expect(await call('echo', 1)).toBe(1);
  });

  test('the page cannot open windows', async () => {
    await fixture.window.evaluate(() => {
      window.open('about:blank');
      window.open('./index.html', '_blank', 'noopener');
      document.querySelector<HTMLAnchorElement>('#away')?.click();
    });
    await expect.poll(() => fixture.app.windows().length, { timeout: patience }).toBe(1);
    expect(await call('echo', 1)).toBe(1);
  });

  test('permissions are denied, save writing to the clipboard', async () => {
    const states = await fixture.window.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'clipboard-write',
      ];
      const states: Record<string, PermissionState> = {};
      for (const name of names) {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        states[name] = state;
      }
      return states;
    });
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      midi: 'denied',
      'clipboard-read': 'denied',
      'clipboard-write': 'granted',
    });
  });

  test('downloads come to nothing', async () => {
    const prevented = fixture.app.evaluate(
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.defaultSession.once('will-download', (event) => {
            resolve(event.defaultPrevented);
          });
        }),
    );
    await fixture.window.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    expect(await prevented).toBe(true);
  });
});

describe('the rest of what the app uses', { timeout: patience }, () => {
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
    expect(title).toBe('Fixture');
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
    connections = 0;
    const html = `<!doctype html><html lang="en"><title>Report</title><h1>One</h1><p>Text.</p>
      <h2 style="break-before: page">Two</h2><img src="${elsewhere}/pixel.png">
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
    expect(connections).toBe(0);
    const windows = await fixture.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(windows).toBe(1);
  });
});

// Last, because it takes the app's defence down to get so far.
describe('the border', { timeout: patience }, () => {
  test('refuses a call that no page of the app made', async () => {
    const opened = fixture.app.waitForEvent('window');
    // The app blocks such an address itself: from here on it must load, with the app's own preload.
    await fixture.app.evaluate(async ({ app, BrowserWindow, session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
      const window = new BrowserWindow({
        webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs` },
      });
      await window.loadURL('data:text/html,<h1>stranger</h1>');
    });
    const stranger = await opened;
    try {
      await stranger.waitForSelector('h1:text("stranger")');
      const answer = await stranger.evaluate(() =>
        window.assay.invoke('echo', 1).catch((error: unknown) => String(error)),
      );
      expect(answer).toContain('unknown sender');
    } finally {
      await fixture.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows().at(-1)?.destroy();
      });
    }
  });
});
