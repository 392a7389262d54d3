import type { decode as Decode, encode as Encode } from './wire.ts';

// The functions of this file run in the page: they are sent there as text and use nothing from outside themselves.

/** The channel from the preload's world to the host; Chromium provides it to that world only. */
type HostBinding = (text: string) => void;

/** What the preload's world needs from the host. */
export interface PreloadTools {
  encode: typeof Encode;
  decode: typeof Decode;
  send: HostBinding;
  connectWorlds: typeof connectWorlds;
  /** The name of the event by which the two worlds meet, unknown to the page. */
  handshake: string;
  preload(require: (name: string) => unknown): void;
}

/**
 * Lets the page's world and the preload's world call each other's functions through `channel`, a node that both worlds
 * hold and the page cannot reach. Values are cloned on the way; functions and promises are stood in for.
 */
export function connectWorlds(channel: EventTarget, here: string, there: string) {
  type Callable = (...values: unknown[]) => unknown;
  type Packed = { kind: 'value'; value: unknown } | { kind: 'function' | 'promise'; id: number };
  interface Note {
    kind: 'call' | 'return' | 'settle';
    id: number;
    values: Packed[];
    error: string | null;
  }
  const functions = new Map<number, Callable>();
  const promises = new Map<number, (note: Note) => void>();
  let lastId = 0;
  let returned: Note | null = null;

  function post(note: Note): void {
    channel.dispatchEvent(new CustomEvent(there, { detail: note }));
  }
  function pack(value: unknown): Packed {
    if (typeof value === 'function') {
      functions.set(++lastId, value as Callable);
      return { kind: 'function', id: lastId };
    }
    if (!(value instanceof Promise)) return { kind: 'value', value };
    const id = ++lastId;
    value.then(
      (result: unknown) => {
        post({ kind: 'settle', id, values: [pack(result)], error: null });
      },
      (error: unknown) => {
        post({ kind: 'settle', id, values: [], error: describe(error) });
      },
    );
    return { kind: 'promise', id };
  }
  function unpack(packed: Packed | undefined): unknown {
    if (!packed) return undefined;
    if (packed.kind === 'value') return packed.value;
    const { id } = packed;
    if (packed.kind === 'function') return (...values: unknown[]) => call(id, values);
    return new Promise((resolve, reject) => {
      promises.set(id, (note) => {
        promises.delete(id);
        if (note.error === null) resolve(unpack(note.values[0]));
        else reject(new Error(note.error));
      });
    });
  }
  function call(id: number, values: unknown[]): unknown {
    returned = null;
    post({ kind: 'call', id, values: values.map(pack), error: null });
    const answer = returned as Note | null;
    if (answer === null) throw new Error('An object could not be cloned.');
    if (answer.error !== null) throw new Error(answer.error);
    return unpack(answer.values[0]);
  }
  function answerCall(note: Note): void {
    try {
      const result = functions.get(note.id)?.(...note.values.map(unpack));
      post({ kind: 'return', id: note.id, values: [pack(result)], error: null });
    } catch (error) {
      post({ kind: 'return', id: note.id, values: [], error: describe(error) });
    }
  }
  function describe(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }

  channel.addEventListener(here, (event) => {
    // Null when the other world sent something that cannot be cloned; its call then throws.
    const note = event instanceof CustomEvent ? (event.detail as Note | null) : null;
    if (note?.kind === 'call') answerCall(note);
    if (note?.kind === 'return') returned = note;
    if (note?.kind === 'settle') promises.get(note.id)?.(note);
  });
  return { pack, unpack };
}

/** Runs in the page's own world before its scripts: waits for the preload's world and defines what it exposes. */
export function meetPreload(handshake: string, connect: typeof connectWorlds): void {
  window.addEventListener(
    handshake,
    (meeting) => {
      const channel = meeting instanceof MouseEvent ? meeting.relatedTarget : null;
      if (!channel) return;
      const worlds = connect(channel, 'to-page', 'to-preload');
      channel.addEventListener('expose', (event) => {
        if (!(event instanceof CustomEvent)) return;
        const { key, members } = event.detail as {
          key: string;
          members: [string, Parameters<typeof worlds.unpack>[0]][];
        };
        const api = Object.fromEntries(
          members.map(([name, member]) => [name, worlds.unpack(member)]),
        );
        Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
      });
    },
    { once: true },
  );
}

/** Runs in the preload's world before the page's scripts: gives the preload its `electron` and guards the page. */
export function startPreload(tools: PreloadTools): void {
  if (window !== window.top) return;
  const bytes = {
    toText: (array: Uint8Array) => (array as Uint8Array & { toBase64(): string }).toBase64(),
    toBytes: (text: string) =>
      (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text),
  };
  type Listener = (event: unknown, ...values: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastCall = 0;

  function modelled(name: string, members: object): object {
    return new Proxy(members, {
      get(target, key): unknown {
        if (key in target) return Reflect.get(target, key);
        throw new Error(`The Electron host does not model ${name}.${String(key)}.`);
      },
    });
  }
  function tellHost(message: Record<string, unknown>): void {
    tools.send(tools.encode(message, bytes));
  }

  const channel = document.createComment('');
  window.dispatchEvent(new MouseEvent(tools.handshake, { relatedTarget: channel }));
  const worlds = tools.connectWorlds(channel, 'to-preload', 'to-page');

  const ipcRenderer = modelled('ipcRenderer', {
    invoke: (name: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        tellHost({ kind: 'invoke', id: ++lastCall, channel: name, values });
        calls.set(lastCall, { resolve, reject });
      }),
    on: (name: string, listener: Listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
    },
    removeListener: (name: string, listener: Listener) => {
      listeners.get(name)?.delete(listener);
    },
  });
  const contextBridge = modelled('contextBridge', {
    exposeInMainWorld: (key: string, api: object) => {
      const members = Object.entries(api).map(([name, member]: [string, unknown]) => {
        if (typeof member === 'function') return [name, worlds.pack(member)];
        throw new Error(
          `The Electron host does not model ${name}, an exposed value that is no function.`,
        );
      });
      channel.dispatchEvent(new CustomEvent('expose', { detail: { key, members } }));
    },
  });

  function receive(text: string): void {
    const message = tools.decode(text, bytes) as
      | { kind: 'answer'; id: number; value: unknown; error: string | null }
      | { kind: 'event'; channel: string; values: unknown[] };
    if (message.kind === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) {
        listener({}, ...message.values);
      }
      return;
    }
    const call = calls.get(message.id);
    calls.delete(message.id);
    if (message.error === null) call?.resolve(message.value);
    else call?.reject(new Error(message.error));
  }
  Object.assign(globalThis, { receiveFromHost: receive });

  // Every navigation that the page itself begins is stopped here, reported, and made by the host if the app allows it.
  window.navigation.addEventListener('navigate', (event) => {
    const { downloadRequest, destination, cancelable } = event;
    if (downloadRequest !== null || destination.sameDocument || !cancelable) return;
    event.preventDefault();
    tellHost({ kind: 'navigate', url: destination.url });
  });
  // As in Electron: a file that is dropped where the page does not want it must not replace the page.
  for (const type of ['dragover', 'drop']) {
    window.addEventListener(type, (event) => {
      event.preventDefault();
    });
  }

  tools.preload((name) => {
    if (name === 'electron') return modelled('electron', { contextBridge, ipcRenderer });
    throw new Error(`A sandboxed preload cannot require "${name}".`);
  });
}

/** Runs in the preload's world when a person sits before the window: asks for paths, one a line; null when cancelled. */
export function askForPaths(question: { title: string; button: string; start: string }) {
  return new Promise<string[] | null>((resolve) => {
    const dialog = document.createElement('dialog');
    const title = document.createElement('p');
    const input = document.createElement('textarea');
    const accept = document.createElement('button');
    const cancel = document.createElement('button');
    title.textContent = `${question.title} (absolute paths, one a line)`;
    input.value = question.start;
    input.style.width = '40em';
    accept.textContent = question.button;
    cancel.textContent = 'Cancel';
    accept.onclick = () => {
      dialog.close('accepted');
    };
    cancel.onclick = () => {
      dialog.close();
    };
    dialog.onclose = () => {
      const lines = input.value.split('\n').map((line) => line.trim());
      dialog.remove();
      resolve(dialog.returnValue === 'accepted' ? lines.filter((line) => line !== '') : null);
    };
    dialog.append(title, input, document.createElement('br'), accept, cancel);
    document.body.append(dialog);
    dialog.showModal();
  });
}
