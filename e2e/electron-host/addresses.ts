import { UnmodelledError } from './strict.ts';

// Chromium cannot navigate to a scheme of the app's own, so `app://host/path` is shown as http://host.app.localhost/path:
// a secure context with an origin of its own, which never reaches the network because every request is answered here.

const schemes = new Set<string>();

/** Declares a standard, secure scheme of the app's own. */
export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

/** The address under which Chromium loads an address of the app; others stay as they are. */
export function toChromium(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(address);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  if (!schemes.has(scheme)) {
    if (/^(https?|about|data|blob|file):/.test(address)) return address;
    throw new UnmodelledError(`loading ${address}`);
  }
  return `http://${host}.${scheme}.localhost${rest === '' ? '/' : rest}`;
}

/** The address as the app knows it, from the one Chromium uses. */
export function toElectron(address: string): string {
  const match = /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?::80)?(.*)$/i.exec(address);
  const [, host = '', scheme = '', rest = ''] = match ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : address;
}
