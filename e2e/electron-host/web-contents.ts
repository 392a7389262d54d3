import type Electron from 'electron';
import { theBrowser } from './browser.ts';
import { answerInvoke } from './ipc-main.ts';
import { colourScheme } from './native-theme.ts';
import type { Page, PageMessage, PageOptions } from './page.ts';
import type { HostSession } from './session.ts';
import {
  checkOptions,
  PreventableEvent,
  strict,
  StrictEmitter,
  UnmodelledError,
} from './strict.ts';

type WindowOpenHandler = (details: { url: string }) => Electron.WindowOpenHandlerResponse;

/** The host's own members, which the app cannot name. */
export const pageOf = Symbol('page');
/** As `pageOf`, but null until the page is open. */
export const openPageOf = Symbol('open page');
/** Decides about a popup. */
export const decidePopup = Symbol('decide popup');
/** Marks the contents as gone. */
export const markDestroyed = Symbol('mark destroyed');

/** A page as its window's owner sees it; its Chromium page opens by and by. */
export class HostWebContents extends StrictEmitter {
  readonly session: HostSession;
  private readonly opening: Promise<Page>;
  private openPage: Page | null = null;
  private destroyed = false;
  private onWindowOpen: WindowOpenHandler | null = null;

  /** `onGone` is told when Chromium's page ends without the app having closed it. */
  constructor(
    session: HostSession,
    options: () => Promise<PageOptions>,
    onGone: (contents: HostWebContents) => void,
  ) {
    super('webContents', ['will-navigate', 'will-attach-webview', 'destroyed']);
    this.session = session;
    this.opening = this.open(options, onGone);
    // Whoever awaits the page sees the failure; without anyone the process must not die of it.
    this.opening.catch(() => undefined);
  }

  /** The page's address as the app knows it. */
  getURL(): string {
    return this.openPage?.url ?? '';
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.onWindowOpen = handler;
  }

  /** Sends an event to the page's preload. */
  send(channel: string, ...values: unknown[]): void {
    if (!this.openPage) throw new UnmodelledError('webContents.send before the page has loaded');
    void this.openPage.post({ kind: 'event', channel, values });
  }

  async loadURL(address: string, options?: Electron.LoadURLOptions): Promise<void> {
    checkOptions('loadURL', options, {});
    const page = await this.opening;
    await page.load(address);
    await page.showColours(colourScheme());
  }

  /** Closes without asking, as a page that closes itself does. */
  close(options?: { waitForBeforeUnload: boolean }): void {
    checkOptions('webContents.close', options, { waitForBeforeUnload: [false] });
    void this.opening.then(async (page) => {
      const { pages } = await theBrowser();
      await pages.close(page);
    });
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    checkOptions('printToPDF', options, {
      pageSize: ['A4'],
      printBackground: 'any',
      generateTaggedPDF: 'any',
      generateDocumentOutline: 'any',
      preferCSSPageSize: 'any',
    });
    const { pageSize, ...rest } = options;
    // A4 in inches: Chromium's default is Letter, as is Electron's.
    const size = pageSize === 'A4' ? { paperWidth: 8.27, paperHeight: 11.7 } : {};
    const page = await this.opening;
    return page.print({ ...rest, ...size });
  }

  /** The page once it is open; for the host's own use. */
  get [pageOf](): Promise<Page> {
    return this.opening;
  }

  /** The page if it is open; for the host's own use. */
  get [openPageOf](): Page | null {
    return this.openPage;
  }

  /** Decides about a window that the page wants to open, which is closed already. */
  [decidePopup](url: string): void {
    const decision = this.onWindowOpen?.({ url });
    if (decision?.action !== 'deny')
      throw new UnmodelledError(`a window that a page opens (${url})`);
  }

  [markDestroyed](): void {
    this.destroyed = true;
    this.emit('destroyed');
  }

  private async open(
    options: () => Promise<PageOptions>,
    onGone: (contents: HostWebContents) => void,
  ): Promise<Page> {
    const { pages } = await theBrowser();
    const page = await pages.open(await options());
    this.openPage = page;
    page.on('message', (message) => void this.receive(page, message));
    page.once('gone', () => {
      onGone(this);
    });
    await page.showColours(colourScheme());
    return page;
  }

  private async receive(page: Page, message: PageMessage): Promise<void> {
    if (message.kind === 'navigate') {
      await this.decideNavigation(page, message.url);
      return;
    }
    const frame = strict('senderFrame', { url: page.url, parent: null });
    const event = strict('IpcMainInvokeEvent', { senderFrame: frame });
    const answer = await answerInvoke(message.channel, event, message.values);
    await page.post({ kind: 'answer', id: message.id, ...answer });
  }

  private async decideNavigation(page: Page, url: string): Promise<void> {
    const event = Object.assign(new PreventableEvent(), { url });
    this.emit('will-navigate', event, url);
    if (!event.defaultPrevented) await page.load(url);
  }
}

const allContents = new Set<HostWebContents>();

/** Remembers contents, so that they can be found by Chromium's target. */
export function register(contents: HostWebContents): void {
  allContents.add(contents);
}

/** Forgets contents that are gone. */
export function unregister(contents: HostWebContents): void {
  allContents.delete(contents);
}

/** The contents that show a page of Chromium's. */
export function contentsOfPage(page: Page | null): HostWebContents | null {
  return [...allContents].find((contents) => page && contents[openPageOf] === page) ?? null;
}

/** Electron's module `webContents`. */
export const webContents = strict('webContents', {
  getAllWebContents(): HostWebContents[] {
    return [...allContents];
  },
  fromDevToolsTargetId(targetId: string): HostWebContents | undefined {
    return [...allContents].find((contents) => contents[openPageOf]?.targetId === targetId);
  },
});
