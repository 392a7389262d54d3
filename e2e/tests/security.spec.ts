import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Frame, Page } from '@playwright/test';
import '../../src/contract/bridge.ts';
import { startElsewhere } from '../electron-host/elsewhere.ts';
import { hostileMark, hostileWords, remotePage } from '../fixtures/hostile/remote-page.ts';
import { answerDialogs, expect, test } from '../launch.ts';
import { CaseWindow, sampleDocuments } from '../pages/case.ts';
import { ReaderScreen } from '../pages/reader.ts';
import { ReportScreen } from '../pages/report.ts';

/** Everything the page complains of from its very first script on: errors, warnings, violations of its policy. */
async function complaintsOf(window: Page): Promise<string[]> {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  // Who listens only now would miss what the page said while it started.
  await window.goto(window.url());
  await window.getByRole('button', { name: 'New case…' }).waitFor();
  return complaints;
}

/** Opens a file as a browser would: scripts and requests allowed, nothing of the app's around it. */
async function openInBrowser(app: ElectronApplication, path: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow, session }, url) => {
    const window = new BrowserWindow({
      webPreferences: { session: session.fromPartition('elsewhere'), sandbox: true },
    });
    await window.loadURL(url);
  }, pathToFileURL(path).href);
  return opened;
}

function hasRun(page: Page | Frame): Promise<boolean> {
  return page.evaluate((name) => name in globalThis, hostileMark);
}

test('a hostile page is read, highlighted and exported without a request and without a script', async ({
  app,
  window,
  workFolder,
}) => {
  const elsewhere = await startElsewhere();
  try {
    const complaints = await complaintsOf(window);
    const assay = new CaseWindow(app, window);
    await assay.createCase(workFolder, 'Harbour fire');
    const hostile = join(workFolder, 'hostile.html');
    await writeFile(hostile, remotePage(elsewhere.url));
    await assay.importFiles([hostile]);
    await assay.screen('Reader').waitFor();

    const reader = new ReaderScreen(window);
    const words = hostileWords(elsewhere.url);
    // What the page says in words is words: nothing of it is missing, and nothing of it has become an element.
    await expect(reader.text).toContainText(words);
    await expect(
      reader.text.locator('img, script, iframe, object, video, audio, svg, form, style, link, a'),
    ).toHaveCount(0);
    await reader.drag('A fire broke out at the harbour');
    await reader.press('c');
    await expect(window.getByRole('textbox', { name: 'Statement' })).toBeFocused();
    await window.getByRole('textbox', { name: 'Statement' }).fill(words);
    await window.keyboard.press('Control+Enter');
    await expect(reader.cards).toContainText([words]);
    for (const screen of ['Documents', 'Claims', 'Sources', 'Report']) await assay.goTo(screen);

    await expectHarmlessPreview(new ReportScreen(app, window), words);

    const report = join(workFolder, 'report.html');
    await answerDialogs(app, { save: report });
    await window.getByRole('button', { name: 'Annotated report (HTML)…' }).click();
    await expect(assay.message(/Exported to/)).toBeVisible();
    await answerDialogs(app, { save: join(workFolder, 'report.pdf') });
    await window.getByRole('button', { name: 'Annotated report (PDF)…' }).click();
    await expect(assay.message(/report\.pdf/)).toBeVisible();
    expect(await hasRun(window)).toBe(false);
    expect(complaints).toEqual([]);

    const page = await openInBrowser(app, report);
    await expect(page.locator('body')).toContainText(words);
    expect(await hasRun(page)).toBe(false);
    expect(await activeParts(page)).toEqual([]);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
      'content',
      /^default-src 'none';/,
    );
    expect(elsewhere.connections()).toBe(0);

    // The same browser does reach the server when a page asks for it, and this request is known to come last.
    const control = join(workFolder, 'control.html');
    await writeFile(control, `<img src="${elsewhere.url}">`);
    await openInBrowser(app, control);
    expect(elsewhere.connections()).toBe(1);
  } finally {
    elsewhere.close();
  }
});

async function expectHarmlessPreview(report: ReportScreen, words: string): Promise<void> {
  await expect(report.preview.locator('body')).toContainText(words);
  await expect(report.frame).toHaveAttribute('sandbox', '');
  const frame = await (await report.frame.elementHandle()).contentFrame();
  if (!frame) throw new Error('The preview has no frame.');
  expect(await hasRun(frame)).toBe(false);
  expect(await activeParts(frame)).toEqual([]);
  expect(await frame.evaluate(() => self.origin)).toBe('null');
}

/** What of a page could run or fetch something, whatever its policy says: looked for in the parsed page. */
function activeParts(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const harmless = new Set(['charset', 'content', 'name', 'http-equiv', 'lang']);
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      if (
        /^(?:script|iframe|frame|object|embed|link|base|form|video|audio|img|image|use)$/.test(tag)
      )
        found.push(tag);
      if (tag === 'meta' && element.getAttribute('http-equiv') === 'refresh') found.push('refresh');
      if (tag === 'style' && /@import|url\(\s*["']?(?!data:)/i.test(element.textContent))
        found.push('style');
      for (const { name, value } of element.attributes) {
        const isLink = /^(?:xlink:)?(?:href|src|srcset|action|formaction|data|poster|ping)$/.test(
          name,
        );
        if (name.startsWith('on') || (isLink && !value.startsWith('#')))
          found.push(`${tag} ${name}`);
        if (!harmless.has(name) && name === 'style' && value.includes('url('))
          found.push(`${tag} ${name}`);
      }
    }
    return found;
  });
}

test('no screen of the sample case breaks its own policy or complains of anything', async ({
  app,
  window,
}) => {
  const complaints = await complaintsOf(window);
  const assay = new CaseWindow(app, window);
  await window.getByRole('button', { name: 'New case…' }).click();
  await window.keyboard.press('Escape');
  await assay.openSample();
  for (const screen of ['Documents', 'Claims', 'Sources', 'Codebook']) {
    await assay.goTo(screen);
    const table = window.getByRole(screen === 'Codebook' ? 'treegrid' : 'grid', { name: screen });
    await table
      .or(window.getByRole('treegrid', { name: screen }))
      .getByRole('row')
      .nth(1)
      .click();
    await assay.screen(screen).getByRole('complementary').waitFor();
    await window.keyboard.press('Control+f');
    await window.keyboard.press('Escape');
  }
  await tourReader(assay);
  await assay.goTo('Report');
  await expect(window.getByRole('button', { name: 'Annotated report (HTML)…' })).toBeEnabled();
  await tourDialogs(assay);
  expect(complaints).toEqual([]);
});

async function tourReader({ app, page }: CaseWindow): Promise<void> {
  const assay = new CaseWindow(app, page);
  await assay.searchPalette('blast kills');
  await page.getByRole('menuitem', { name: /^Blast kills/ }).click();
  const reader = new ReaderScreen(page);
  await reader.text.waitFor();
  await expect(reader.cards).not.toHaveCount(0);
  await reader.marks.first().click();
  await reader.press('j');
  await expect(reader.inspector).toBeVisible();
  await reader.find('port');
  await expect(reader.findCount).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await reader.press('Control+a');
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
  await page.keyboard.press('Escape');
  await assay.screen('Reader').waitFor();
}

async function tourDialogs(assay: CaseWindow): Promise<void> {
  const { page } = assay;
  for (const [keys, name] of [
    ['Control+k', 'Command palette'],
    ['?', 'Keyboard map'],
    ['Control+,', 'Settings'],
  ] as const) {
    await page.keyboard.press(keys);
    await assay.dialog(name).waitFor();
    await page.keyboard.press('Escape');
    await assay.dialog(name).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Case menu' }).click();
  await page.getByRole('menuitem', { name: 'Case details…' }).click();
  await assay.dialog('Case details').waitFor();
  await page.keyboard.press('Escape');
  await assay.dialog('Case details').waitFor({ state: 'detached' });
  await assay.importFiles([join(sampleDocuments, 'is-not-there.txt')]);
  await assay.dialog('Some files were not imported').getByRole('button', { name: 'Done' }).click();
}

test('the window gets a bridge of two functions, and nothing of the machine', async ({
  window,
}) => {
  const offered = await window.evaluate(() => ({
    bridge: Object.getOwnPropertyNames(self.assay).sort(),
    machine: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(offered).toEqual({ bridge: ['invoke', 'subscribe'], machine: [] });
});

const unknownCalls = ['', 'case/delete', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];

// Requests that no window of ours makes; what JSON.parse makes of "__proto__" is a key like any other.
const malformed: readonly (readonly [string, string])[] = [
  ['app/start', 'null'],
  ['app/start', '{"extra":1}'],
  ['settings/change', '{"analyst":""}'],
  ['settings/change', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['case/create', '{"name":"   "}'],
  ['case/open', '{"choice":{"kind":"path","path":"/etc"},"readOnly":true}'],
  ['case/open', '{"choice":{"kind":"recent"},"readOnly":true}'],
  ['command/run', '{"name":7,"input":{}}'],
  ['document/text', '{"document":"../../etc/passwd"}'],
  ['report/export', '{"documents":["../secret"],"format":"html"}'],
  ['report/export', '{"documents":[],"format":7}'],
  ['report/export', '{"documents":[],"format":"html","path":"/etc/passwd"}'],
  ['report/preview', '{"documents":["../secret"]}'],
  ['report/preview', '{"documents":[],"html":"<script></script>"}'],
  ['report/show', '{"path":"/etc/passwd"}'],
  ['report/show', '{"written":"/etc/passwd"}'],
  [
    'import/dropped',
    '{"job":"5f0c1d2e-8a3b-4c6d-9e7f-0a1b2c3d4e5f","files":[{"name":"a.txt","bytes":[1,2,3]}]}',
  ],
  ['import/files', '{"job":"/etc/passwd"}'],
  ['import/files', '{"job":"5f0c1d2e-8a3b-4c6d-9e7f-0a1b2c3d4e5f","path":"/etc/passwd"}'],
];

const refused: readonly (readonly [string, string, string])[] = [
  ['command/run', '{"name":"__proto__","input":{}}', 'command/invalid'],
  ['command/run', '{"name":"constructor","input":{}}', 'command/invalid'],
  [
    'command/run',
    '{"name":"source/create","input":{"name":"x","kind":"outlet","__proto__":{"polluted":true},"id":"source-1"}}',
    'command/invalid',
  ],
  [
    'case/open',
    '{"choice":{"kind":"recent","key":"../../etc"},"readOnly":true}',
    'store/not-found',
  ],
  ['report/export', '{"documents":[],"format":"exe"}', 'export/unknown-format'],
  ['report/export', '{"documents":[],"format":"__proto__"}', 'export/unknown-format'],
  ['report/show', '{"written":0}', 'export/gone'],
  ['report/show', '{"written":-1}', 'export/gone'],
  ['case/forget', '{"key":"__proto__"}', 'ok'],
  [
    'view/change',
    '{"changes":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
    'ok',
  ],
];

test('calls and requests that the contract does not know are refused', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const path = await assay.createCase(workFolder, 'Harbour fire');
  const journal = await readFile(join(path, 'journal', '000001.jsonl'), 'utf8');
  async function codeOf(call: string, request: string): Promise<string> {
    return window.evaluate(
      async ([name, json]) => {
        const answer = await self.assay.invoke(String(name), JSON.parse(String(json)));
        return JSON.stringify(answer).replace(
          /^.*?"code":"([^"]*)".*$|^\{"ok":true.*$/s,
          (_all, code) => (code === undefined ? 'ok' : String(code)),
        );
      },
      [call, request],
    );
  }
  for (const call of unknownCalls) expect(await codeOf(call, '{}'), call).toBe('call/unknown');
  for (const [call, request] of malformed)
    expect(await codeOf(call, request), `${call} ${request}`).toBe('call/invalid');
  for (const [call, request, code] of refused)
    expect(await codeOf(call, request), `${call} ${request}`).toBe(code);

  expect(await app.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await readFile(join(path, 'journal', '000001.jsonl'), 'utf8')).toBe(journal);
  // Refusing is all that happened: the case goes on as before.
  await assay.goTo('Sources');
});
