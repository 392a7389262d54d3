import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './protocol.ts';

/** Answers every call of the app's own page; a call from any other frame or address is refused. */
export function handleInvoke(handle: (call: string, request: unknown) => Promise<unknown>): void {
  ipcMain.handle('invoke', (event, call: unknown, request: unknown) => {
    // Thrown, not answered: the app's own page never sends these, and whoever does learns nothing but that it failed.
    if (!isFromApp(event)) throw new Error('A call from an unknown sender was refused.');
    if (typeof call !== 'string') throw new Error('A call without a name was refused.');
    return handle(call, request);
  });
}

function isFromApp(event: IpcMainInvokeEvent): boolean {
  // Null: the frame has been taken away since it sent this. Only the top frame counts: the preview of a report is
  // served from the same origin and is made of imported words.
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
}
