import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** One conversation over the DevTools protocol: with the browser itself or with one page. */
export type DevToolsSession = Pick<CDPSession, 'send' | 'on'>;

/** Speaks the DevTools protocol over a browser's two debugging pipes. */
export interface DevToolsConnection {
  readonly browser: DevToolsSession;
  /** The conversation with an attached target; always the same object for the same id. */
  session(sessionId: string): DevToolsSession;
}

interface Waiting {
  method: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

/** Connects to a browser that reads commands from `input` and writes answers to `output`, each ended by a zero byte. */
export function connect(input: Writable, output: Readable): DevToolsConnection {
  const waiting = new Map<number, Waiting>();
  const emitters = new Map<string, EventEmitter>();
  const sessions = new Map<string, DevToolsSession>();
  let lastId = 0;
  let isClosed = false;

  function openSession(sessionId: string): DevToolsSession {
    const known = sessions.get(sessionId);
    if (known) return known;
    const emitter = new EventEmitter();
    // The protocol's own types describe both directions; this is where bytes become those types.
    const session = {
      send: (method: string, params: unknown = {}) => send(method, params, sessionId),
      on: emitter.on.bind(emitter),
    } as unknown as DevToolsSession;
    emitters.set(sessionId, emitter);
    sessions.set(sessionId, session);
    return session;
  }

  function send(method: string, params: unknown, sessionId: string): Promise<unknown> {
    if (isClosed) return Promise.reject(new Error(`${method}: the browser is gone.`));
    const id = ++lastId;
    const message = { id, method, params, ...(sessionId === '' ? {} : { sessionId }) };
    input.write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => {
      waiting.set(id, { method, resolve, reject });
    });
  }

  function receive(message: Message): void {
    if (message.id === undefined) {
      emitters.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params);
      return;
    }
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) command?.reject(new Error(`${command.method}: ${message.error.message}`));
    else command?.resolve(message.result);
  }

  function close(): void {
    isClosed = true;
    for (const { method, reject } of waiting.values()) {
      reject(new Error(`${method}: the browser is gone.`));
    }
    waiting.clear();
  }

  input.on('error', close);
  output.on('close', close);
  splitAtZero(output, (text) => {
    receive(JSON.parse(text) as Message);
  });
  return { browser: openSession(''), session: openSession };
}

function splitAtZero(stream: Readable, onMessage: (text: string) => void): void {
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      start = end + 1;
      onMessage(text);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
