import { startChromium, type Chromium, type ChromiumOptions } from './chromium.ts';
import { Pages, type Page } from './page.ts';

/** The running browser and its pages. */
export interface Browser {
  readonly chromium: Chromium;
  readonly pages: Pages;
}

/** What the host's parts ask of each other: who decides about a popup, and who answers a request. */
export interface BrowserOwner {
  onPopup(opener: Page | null, url: string): void;
  onRequest(browser: Browser, page: Page | null, paused: PausedRequest): Promise<void>;
}

/** A request that Chromium holds until the host has decided. */
export interface PausedRequest {
  requestId: string;
  url: string;
  method: string;
  resourceType: string;
}

let started: Promise<Browser> | null = null;

/** Starts the browser; once a process. */
export function startBrowser(options: ChromiumOptions, owner: BrowserOwner): Promise<Browser> {
  started ??= start(options, owner);
  return started;
}

/** The browser, once it runs. Everything that needs a page waits for it. */
export function theBrowser(): Promise<Browser> {
  return started ?? Promise.reject(new Error('The browser has not been started.'));
}

async function start(options: ChromiumOptions, owner: BrowserOwner): Promise<Browser> {
  const chromium = await startChromium(options);
  const pages: Pages = new Pages(chromium, (openerId, url) => {
    owner.onPopup(pages.ofFrame(openerId), url);
  });
  const browser: Browser = { chromium, pages };
  chromium.browser.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
    const paused = { requestId, url: request.url, method: request.method, resourceType };
    void owner.onRequest(browser, pages.ofFrame(frameId), paused);
  });
  await chromium.browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await chromium.browser.send('Browser.setDownloadBehavior', {
    behavior: 'deny',
    eventsEnabled: true,
  });
  await pages.start();
  return browser;
}
