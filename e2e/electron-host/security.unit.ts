import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import '../../src/contract/bridge.ts';
import { startElsewhere, type Elsewhere } from './elsewhere.ts';
import { buildFixture, startFixture, stopFixture, type RunningFixture } from './fixture.ts';

// A launch takes a second; a machine that does much else may take twenty.
const patience = 60_000;

// A connection that is kept would not be counted a second time.
const anew = { headers: { connection: 'close' } };

let folder: string;
let fixture: RunningFixture;
let elsewhere: Elsewhere;

beforeAll(async () => {
  folder = await buildFixture();
  await writeFile(join(folder, 'out', 'secret.html'), 'not for the page');
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

/** Frames an address, in place of what was framed before, and resolves when it has loaded or failed to. */
function frame(address: string, sandbox: string | null): Promise<void> {
  return fixture.window.evaluate(
    ([src, value]) =>
      new Promise((resolve) => {
        document.querySelector('#framed')?.remove();
        window.onmessage = () => {
          document.body.dataset['said'] = 'something';
        };
        const element = document.createElement('iframe');
        element.id = 'framed';
        element.src = String(src);
        if (typeof value === 'string') element.setAttribute('sandbox', value);
        element.onload = () => {
          resolve();
        };
        document.body.append(element);
      }),
    [address, sandbox],
  );
}

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
    elsewhere.forget();
    const home = new URL('/index.html', fixture.window.url()).href;
    await expect(fixture.window.goto(elsewhere.url)).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT/);
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
    }, elsewhere.url);
    // A request of our own that is known to arrive last shows that the server was listening all the time.
    await fetch(elsewhere.url, anew);
    expect(elsewhere.connections()).toBe(1);
  });

  test.each([
    ['as the window frames it', ''],
    ['without the sandbox of its frame', null],
  ])('a preview runs nothing and fetches nothing, %s', async (_how, sandbox) => {
    elsewhere.forget();
    const said = 'parent.postMessage("ran", "*")';
    const address = await call(
      'preview',
      `<style>h1 { color: rgb(4, 5, 6) }</style><h1>Report</h1>
      <script>${said}; parent.document.title = 'reached'</script><script src="page.js"></script>
      <img src="${elsewhere.url}" onerror='${said}'><link rel="stylesheet" href="${elsewhere.url}">
      <iframe src="${elsewhere.url}"></iframe><iframe srcdoc='<script>parent.${said}</script>'></iframe>
      <form action="${elsewhere.url}"><button>Send</button></form>
      <a href="${elsewhere.url}" target="_top">Leave</a>`,
    );
    await frame(String(address), sandbox);
    const preview = fixture.window.frameLocator('#framed');
    expect(await preview.locator('h1').evaluate((head) => getComputedStyle(head).color)).toBe(
      'rgb(4, 5, 6)',
    );
    expect(await preview.locator('h1').evaluate(() => self.origin)).toBe('null');
    await preview.getByText('Send').click();
    await preview.getByText('Leave').click();
    expect(await call('echo', 1)).toBe(1);
    await fetch(elsewhere.url, anew);
    expect(elsewhere.connections()).toBe(1);
    expect(
      await fixture.window.evaluate(() => [document.title, document.body.dataset['said']]),
    ).toEqual(['Fixture', undefined]);
  });

  test('a preview is there until the next, and nothing else can be framed', async () => {
    const [first, second] = [await call('preview', '<h1>1'), await call('preview', '<h1>2')];
    const made = await fixture.window.evaluate(() =>
      URL.createObjectURL(new Blob(['<h1>made'], { type: 'text/html' })),
    );
    for (const address of ['index.html', 'page.css', String(first), 'data:text/html,x', made]) {
      await frame(address, null);
      await expect
        .poll(() => fixture.window.frames().at(1)?.url(), { timeout: patience })
        .toBe('chrome-error://chromewebdata/');
    }
    await frame(String(second), '');
    const shown = fixture.window.frameLocator('#framed').locator('h1');
    expect(await shown.textContent()).toBe('2');
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
    // Listening before the click: an answer that is only asked for may come after it.
    const download = await fixture.app.evaluateHandle(({ session }) => ({
      prevented: new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => {
          resolve(event.defaultPrevented);
        });
      }),
    }));
    await fixture.window.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    expect(await download.evaluate(({ prevented }) => prevented)).toBe(true);
  });
});

// Last, because it takes the app's defence down to get so far.
describe('the border', { timeout: patience }, () => {
  test('refuses a call that no page of the app made', async () => {
    // The app blocks such an address itself: from here on it must load, with the app's own preload.
    await fixture.app.evaluate(async ({ app, BrowserWindow, session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
      const window = new BrowserWindow({
        webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs` },
      });
      await window.loadURL('data:text/html,<h1>stranger</h1>');
    });
    // By its address: the window that appears next may be one that the page could not open above.
    const stranger = await vi.waitUntil(
      () => fixture.app.windows().find((page) => page.url().startsWith('data:')),
      { timeout: patience },
    );
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
