import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../contract/bridge.ts';

const bridge: Bridge = {
  invoke: (call, request) => ipcRenderer.invoke('invoke', call, request),
  subscribe: (listener) => {
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
