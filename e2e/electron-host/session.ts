import type Electron from 'electron';
import { addScheme, toElectron } from './addresses.ts';
import { theBrowser, type Browser, type PausedRequest } from './browser.ts';
import {
  checkOptions,
  PreventableEvent,
  strict,
  StrictEmitter,
  UnmodelledError,
} from './strict.ts';

type RequestListener = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method'>,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

// A page is all that a handler of the app may look at, and it must not look at the page.
type PermissionRequestHandler = (
  contents: null,
  permission: string,
  callback: (granted: boolean) => void,
) => void;
type PermissionCheckHandler = (contents: null, permission: string) => boolean;

interface PermissionHandlers {
  request: PermissionRequestHandler | null;
  check: PermissionCheckHandler | null;
}

// Members under these names are the host's own business: the app has no way to say them.
const handlers = Symbol('handlers');
const allows = Symbol('allows');
const permissionHandlers = Symbol('permission handlers');

// Electron's name of a permission, and Chromium's.
const permissions = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['window-management', 'window-management'],
] as const;

/** Serves schemes of the app's own. */
export class HostProtocol {
  readonly [handlers] = new Map<string, ProtocolHandler>();

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this[handlers].has(scheme)) throw new Error(`The scheme ${scheme} is already handled.`);
    this[handlers].set(scheme, handler);
  }
}

/** The module `protocol`: the default session's schemes, and their declaration before the app is ready. */
export class ProtocolModule extends HostProtocol {
  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    for (const { scheme, privileges } of customSchemes) {
      checkOptions(`protocol privileges of ${scheme}`, privileges, {
        standard: [true],
        secure: [true],
      });
      addScheme(scheme);
    }
  }
}

/** Decides about requests before they are made. */
export class HostWebRequest {
  private listener: RequestListener | null = null;

  onBeforeRequest(listener: RequestListener | null): void {
    if (listener !== null && typeof listener !== 'function') {
      throw new UnmodelledError('webRequest.onBeforeRequest with a filter');
    }
    this.listener = listener;
  }

  /** Asks the app whether a request may go on; without a listener everything may, as in Electron. */
  async [allows](details: Parameters<RequestListener>[0]): Promise<boolean> {
    const { listener } = this;
    if (!listener) return true;
    const answer = await new Promise<Electron.CallbackResponse>((resolve) => {
      listener(strict('webRequest details', details), resolve);
    });
    checkOptions('webRequest response', answer, { cancel: [true, false] });
    return answer.cancel !== true;
  }
}

/** A session: its schemes, its rules for requests, permissions and downloads. */
export class HostSession extends StrictEmitter {
  readonly protocol: HostProtocol;
  readonly webRequest = strict('webRequest', new HostWebRequest());
  readonly [permissionHandlers]: PermissionHandlers = { request: null, check: null };

  constructor(protocol: HostProtocol = strict('protocol', new HostProtocol())) {
    super('session', ['will-download']);
    this.protocol = protocol;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this[permissionHandlers].request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this[permissionHandlers].check = handler;
  }

  /** Chromium's spelling is never asked here, so there is only one honest value. */
  setSpellCheckerEnabled(enable: boolean): void {
    if (enable) throw new UnmodelledError('spelling');
  }
}

const defaultProtocol = strict('protocol', new ProtocolModule());
const defaultSession = strict('session', new HostSession(defaultProtocol));
const partitions = new Map<string, HostSession>();
const contexts = new WeakMap<HostSession, Promise<string>>();

/** Electron's module `protocol`. */
export const protocol = defaultProtocol;

/** Electron's module `session`. */
export const session = strict('session', {
  defaultSession,
  fromPartition(partition: string): HostSession {
    if (partition.startsWith('persist:')) throw new UnmodelledError('a session kept on disk');
    const known = partitions.get(partition) ?? strict('session', new HostSession());
    partitions.set(partition, known);
    return known;
  },
});

/** The browser's own name for a session; undefined for the default one. Its permissions are in force when this resolves. */
export async function contextOf(hostSession: HostSession): Promise<string | undefined> {
  const { chromium } = await theBrowser();
  if (hostSession === defaultSession) {
    await applyPermissions(hostSession, undefined);
    return undefined;
  }
  const known = contexts.get(hostSession) ?? createContext(chromium.browser);
  contexts.set(hostSession, known);
  await applyPermissions(hostSession, await known);
  return known;
}

/** Answers a request of a page in a session: refused by the app, served by it, or let out to the network. */
export async function answerRequest(
  { chromium: { browser } }: Browser,
  hostSession: HostSession,
  { requestId, method, url: chromiumUrl }: PausedRequest,
): Promise<void> {
  const url = toElectron(chromiumUrl);
  if (!(await hostSession.webRequest[allows]({ url, method }))) {
    await browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  if (url === chromiumUrl) {
    await browser.send('Fetch.continueRequest', { requestId });
    return;
  }
  const response = await serve(hostSession, url, method);
  if (!response) {
    await browser.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' });
    return;
  }
  await browser.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

/** Tells the app of a download, which ends there: the host can keep none. */
export function refuseDownload(hostSession: HostSession): void {
  const event = new PreventableEvent();
  hostSession.emit('will-download', event);
  if (!event.defaultPrevented) throw new UnmodelledError('a download that the app allows');
}

async function serve(
  hostSession: HostSession,
  url: string,
  method: string,
): Promise<Response | null> {
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = hostSession.protocol[handlers].get(scheme);
  return handler ? handler(new Request(url, { method })) : null;
}

async function createContext(browser: Browser['chromium']['browser']): Promise<string> {
  const { browserContextId } = await browser.send('Target.createBrowserContext', {
    disposeOnDetach: true,
  });
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'deny',
    browserContextId,
    eventsEnabled: true,
  });
  return browserContextId;
}

async function applyPermissions(
  hostSession: HostSession,
  browserContextId: string | undefined,
): Promise<void> {
  const { chromium } = await theBrowser();
  await Promise.all(
    permissions.map(([name, chromiumName]) =>
      chromium.browser.send('Browser.setPermission', {
        permission: { name: chromiumName },
        setting: isGranted(hostSession, name) ? 'granted' : 'denied',
        ...(browserContextId === undefined ? {} : { browserContextId }),
      }),
    ),
  );
}

// Electron grants what no handler denies.
function isGranted(hostSession: HostSession, permission: string): boolean {
  const { check, request } = hostSession[permissionHandlers];
  let granted = check?.(null, permission) ?? true;
  request?.(null, permission, (answer) => {
    granted &&= answer;
  });
  return granted;
}
