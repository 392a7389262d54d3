import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import process from 'node:process';
import { toChromium, toElectron } from './addresses.ts';
import type { Chromium } from './chromium.ts';
import type { DevToolsSession } from './devtools.ts';
import { connectWorlds, meetPreload, startPreload } from './in-page.ts';
import { decode, encode, nodeBytes } from './wire.ts';

/** How a page is opened; sizes in CSS pixels of its content. */
export interface PageOptions {
  width: number;
  height: number;
  visible: boolean;
  javascript: boolean;
  /** The preload's source, a CommonJS script. */
  preload: string | null;
  browserContextId: string | undefined;
}

/** What the preload's world says to the host. */
export type PageMessage =
  | { kind: 'invoke'; id: number; channel: string; values: unknown[] }
  | { kind: 'navigate'; url: string };

const world = 'preload';
const binding = 'sendToHost';

/** One page of the browser. Emits `message` with a `PageMessage`, and `gone` once when its target has ended. */
export class Page extends EventEmitter<{ message: [PageMessage]; gone: [] }> {
  readonly targetId: string;
  readonly frameIds: Set<string>;
  /** The main frame's address as the app knows it. */
  url = '';
  private readonly devTools: DevToolsSession;
  private worldContext: number | null = null;

  constructor(targetId: string, devTools: DevToolsSession) {
    super();
    this.targetId = targetId;
    this.frameIds = new Set([targetId]);
    this.devTools = devTools;
    this.listen();
  }

  /** Prepares the page before any script of its can run; its first document is empty. */
  async prepare(options: PageOptions): Promise<void> {
    await Promise.all([
      this.devTools.send('Page.enable'),
      this.devTools.send('Runtime.enable'),
      this.devTools.send('Emulation.setScriptExecutionDisabled', { value: !options.javascript }),
      ...(options.preload === null ? [] : this.addPreload(options.preload)),
      this.devTools.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  /** Makes the content as large as asked: Chromium's window includes its own frame. */
  async fitContent(browser: DevToolsSession, options: PageOptions): Promise<void> {
    const { cssLayoutViewport } = await this.devTools.send('Page.getLayoutMetrics');
    const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', {
      targetId: this.targetId,
    });
    const width = (bounds.width ?? 0) + options.width - cssLayoutViewport.clientWidth;
    const height = (bounds.height ?? 0) + options.height - cssLayoutViewport.clientHeight;
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
  }

  /** Loads an address and resolves when the document and all it needs are there; rejects when it cannot be loaded. */
  async load(address: string): Promise<void> {
    const loaded = new Promise<void>((resolve, reject) => {
      this.devTools.on('Page.loadEventFired', () => {
        resolve();
      });
      this.once('gone', () => {
        reject(new Error(`Loading ${address} failed: the window was closed.`));
      });
    });
    const { errorText } = await this.devTools.send('Page.navigate', { url: toChromium(address) });
    if (errorText) throw new Error(`Loading ${address} failed: ${errorText}`);
    await loaded;
    // Going back must not lead to the empty document that every page begins with.
    await this.devTools.send('Page.resetNavigationHistory');
  }

  /** Sends a message to the preload's world; dropped when the page has gone or navigated, as the reader is gone too. */
  async post(message: unknown): Promise<void> {
    await this.callInWorld('function (text) { receiveFromHost(text); }', [
      encode(message, nodeBytes),
    ]).catch((error: unknown) => {
      process.emitWarning(`A message could not be delivered to a page: ${String(error)}`);
    });
  }

  /** Calls a function, given as source, in the preload's world and resolves to the plain value that it returns. */
  async callInWorld(source: string, values: unknown[]): Promise<unknown> {
    if (this.worldContext === null) return undefined;
    const { result, exceptionDetails } = await this.devTools.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      executionContextId: this.worldContext,
      arguments: values.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Follows the app's choice of colours; an empty value follows the system. */
  async showColours(scheme: '' | 'light' | 'dark'): Promise<void> {
    await this.devTools.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  /** Prints to PDF; resolves to the file's bytes. */
  async print(
    options: Parameters<typeof this.devTools.send<'Page.printToPDF'>>[1],
  ): Promise<Buffer> {
    const { stream = '' } = await this.devTools.send('Page.printToPDF', {
      ...options,
      transferMode: 'ReturnAsStream',
    });
    const chunks: Buffer[] = [];
    for (let isEnd = false; !isEnd;) {
      const part = await this.devTools.send('IO.read', { handle: stream });
      chunks.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'));
      isEnd = part.eof;
    }
    await this.devTools.send('IO.close', { handle: stream });
    return Buffer.concat(chunks);
  }

  private addPreload(source: string): Promise<unknown>[] {
    const handshake = `meet-${randomUUID()}`;
    const name = JSON.stringify(handshake);
    const tools = `{ encode: ${encode.toString()}, decode: ${decode.toString()},
      connectWorlds: ${connectWorlds.toString()}, send: ${binding}, handshake: ${name},
      preload(require) { const module = { exports: {} }; (function (exports) { ${source}\n })(module.exports); } }`;
    return [
      this.devTools.send('Runtime.addBinding', { name: binding, executionContextName: world }),
      // First the page's own world, so that it is listening when the preload's world calls.
      this.devTools.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${meetPreload.toString()})(${name}, ${connectWorlds.toString()});`,
      }),
      this.devTools.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: world,
        source: `(${startPreload.toString()})(${tools});`,
      }),
    ];
  }

  private listen(): void {
    this.devTools.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === world && frameId === this.targetId) this.worldContext = context.id;
    });
    this.devTools.on('Runtime.executionContextsCleared', () => {
      this.worldContext = null;
    });
    this.devTools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== binding || executionContextId !== this.worldContext) return;
      this.emit('message', decode(payload, nodeBytes) as PageMessage);
    });
    this.devTools.on('Page.frameAttached', ({ frameId }) => this.frameIds.add(frameId));
    this.devTools.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === this.targetId) this.url = toElectron(frame.url);
    });
    this.devTools.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.url = toElectron(url);
    });
    this.devTools.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      if (exceptionDetails.executionContextId !== this.worldContext) return;
      const reason = exceptionDetails.exception?.description ?? exceptionDetails.text;
      process.stderr.write(`The preload failed: ${reason}\n`);
    });
  }
}

/** All pages of one browser; windows that a page opens by itself are caught before they load anything. */
export class Pages {
  private readonly chromium: Chromium;
  private readonly attached = new Map<string, Page>();
  private readonly arrivals = new EventEmitter();
  private startupTarget: string | null = null;
  private readonly onPopup: (openerId: string, url: string) => void;

  constructor(chromium: Chromium, onPopup: (openerId: string, url: string) => void) {
    this.chromium = chromium;
    this.onPopup = onPopup;
  }

  /** Begins to watch the browser; until then no page may be opened. */
  async start(): Promise<void> {
    const { browser } = this.chromium;
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = this.chromium.session(sessionId);
      if (targetInfo.type !== 'page') {
        void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
        return;
      }
      if (targetInfo.openerId !== undefined) {
        // Its opener may share its process, which waits as long as the popup does; once the popup is closed nobody could
        // tell it to go on.
        void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
        void browser
          .send('Target.closeTarget', { targetId: targetInfo.targetId })
          .catch(() => undefined);
        this.onPopup(targetInfo.openerId, targetInfo.url);
        return;
      }
      this.attached.set(targetInfo.targetId, new Page(targetInfo.targetId, session));
      this.arrivals.emit(targetInfo.targetId);
    });
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      const page = this.attached.get(targetId);
      this.attached.delete(targetId);
      page?.emit('gone');
    });
    await browser.send('Target.setDiscoverTargets', { discover: true });
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    this.startupTarget = [...this.attached.keys()][0] ?? null;
  }

  /** Opens a page; the first visible one takes the window that a visible Chromium starts with. */
  async open(options: PageOptions): Promise<Page> {
    const { browser } = this.chromium;
    const targetId =
      (options.visible ? this.takeStartupTarget() : null) ?? (await this.create(options));
    const page = this.attached.get(targetId) ?? (await this.arrival(targetId));
    await page.prepare(options);
    if (options.visible) await page.fitContent(browser, options);
    return page;
  }

  /** The page that a frame belongs to. */
  ofFrame(frameId: string | undefined): Page | null {
    if (frameId === undefined) return null;
    return [...this.attached.values()].find((page) => page.frameIds.has(frameId)) ?? null;
  }

  async close(page: Page): Promise<void> {
    await this.chromium.browser
      .send('Target.closeTarget', { targetId: page.targetId })
      .catch(() => undefined);
  }

  async activate(page: Page): Promise<void> {
    await this.chromium.browser.send('Target.activateTarget', { targetId: page.targetId });
  }

  private async create(options: PageOptions): Promise<string> {
    const { targetId } = await this.chromium.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: options.width,
      height: options.height,
      ...(options.visible ? {} : { windowState: 'minimized' as const }),
      ...(options.browserContextId === undefined
        ? {}
        : { browserContextId: options.browserContextId }),
    });
    return targetId;
  }

  private async arrival(targetId: string): Promise<Page> {
    await once(this.arrivals, targetId);
    const page = this.attached.get(targetId);
    if (!page) throw new Error(`The page ${targetId} was gone before it could be used.`);
    return page;
  }

  private takeStartupTarget(): string | null {
    const targetId = this.startupTarget;
    this.startupTarget = null;
    return targetId;
  }
}
