import { createServer } from 'node:http';

/** A server of this machine's that stands for the rest of the world. */
export interface Elsewhere {
  readonly url: string;
  /** Connections made since the server began or was last asked to forget. */
  connections(): number;
  forget(): void;
  /** Resolves when the next request has arrived. */
  nextRequest(): Promise<void>;
  close(): void;
}

/** Starts a server that answers every request and counts who connects. */
export async function startElsewhere(): Promise<Elsewhere> {
  let connections = 0;
  const server = createServer((_request, response) => response.end('reached'));
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connections: () => connections,
    forget: () => {
      connections = 0;
    },
    nextRequest: () =>
      new Promise((resolve) => {
        server.once('request', () => {
          resolve();
        });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
