/** How bytes become text and back; Node and Chromium each have their own fast way. */
export interface ByteText {
  toText(bytes: Uint8Array): string;
  toBytes(text: string): Uint8Array;
}

/**
 * Writes plain data as text: JSON values, `undefined`, all numbers, dates and `Uint8Array`, like Electron's structured clone.
 * Throws for functions and for any other class. Runs in Node and, as text, in the page: it uses nothing from outside.
 */
export function encode(value: unknown, bytes: ByteText): string {
  function pack(item: unknown): unknown {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
    if (typeof item === 'number') {
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : { $: 'number', text: Object.is(item, -0) ? '-0' : String(item) };
    }
    if (item === undefined) return { $: 'undefined' };
    if (Array.isArray(item)) return item.map(pack);
    if (item instanceof Uint8Array) return { $: 'bytes', text: bytes.toText(item) };
    if (item instanceof Date) return { $: 'date', text: String(item.getTime()) };
    if (typeof item === 'object' && isPlain(item)) return packObject(item);
    throw new Error('An object could not be cloned.');
  }
  function packObject(item: object): unknown {
    const packed = Object.fromEntries(
      Object.entries(item).map(([key, entry]: [string, unknown]) => [key, pack(entry)]),
    );
    return '$' in item ? { $: 'object', entries: packed } : packed;
  }
  function isPlain(item: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(item);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  }
  return JSON.stringify(pack(value));
}

/** Reads what `encode` wrote. */
export function decode(text: string, bytes: ByteText): unknown {
  function unpack(item: unknown): unknown {
    if (Array.isArray(item)) return item.map(unpack);
    if (typeof item !== 'object' || item === null) return item;
    if (!('$' in item)) return unpackObject(item);
    if (item.$ === 'object' && 'entries' in item) return unpackObject(item.entries ?? {});
    if (item.$ === 'undefined') return undefined;
    const content = 'text' in item ? item.text : '';
    if (item.$ === 'bytes') return bytes.toBytes(String(content));
    return item.$ === 'date' ? new Date(Number(content)) : Number(content);
  }
  function unpackObject(item: object): object {
    return Object.fromEntries(
      Object.entries(item).map(([key, entry]: [string, unknown]) => [key, unpack(entry)]),
    );
  }
  return unpack(JSON.parse(text));
}

/** Node's way with bytes. */
export const nodeBytes: ByteText = {
  toText: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  // A copy of its own, as Electron hands over: not a Buffer, and not a view into Node's shared pool.
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};
