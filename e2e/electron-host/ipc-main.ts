import { strict } from './strict.ts';

type InvokeListener = (event: unknown, ...values: unknown[]) => unknown;

const listeners = new Map<string, InvokeListener>();

/** Electron's module `ipcMain`. */
export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: InvokeListener): void {
    if (listeners.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    listeners.set(channel, listener);
  },
});

/** Answers a call of a page; an error becomes text, reworded as Electron does. */
export async function answerInvoke(
  channel: string,
  event: unknown,
  values: unknown[],
): Promise<{ value: unknown; error: string | null }> {
  const prefix = `Error invoking remote method '${channel}': `;
  const listener = listeners.get(channel);
  if (!listener) {
    return { value: null, error: `${prefix}Error: No handler registered for '${channel}'` };
  }
  try {
    return { value: await listener(event, ...values), error: null };
  } catch (error) {
    return { value: null, error: `${prefix}${String(error)}` };
  }
}
