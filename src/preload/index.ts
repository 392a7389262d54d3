import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../contract/bridge.ts';

// The page gets these two functions and nothing else: `ipcRenderer` itself would let it send on any channel.
const bridge: Bridge = {
  invoke: (call, request) => ipcRenderer.invoke('invoke', call, request),
  subscribe: (listener) => {
    // Electron's own event stays behind, for it leads back to the runtime.
    function forward(_event: IpcRendererEvent, event: string, payload: unknown): void {
      listener(event, payload);
    }
    ipcRenderer.on('event', forward);
    return () => {
      ipcRenderer.removeListener('event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('assay', bridge);
