import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Begun = { request: IncomingMessage; response: ServerResponse };

const watched = new Set<number>();

/**
 * Ends the connection after the answer to a request with a longer body than `mostBytes`. Otherwise Node
 * reads on to the last byte, and a browser shows the answer only once it has sent 10 GB.
 */
export function readNoLongerBodies(mostBytes: number): void {
  if (watched.has(mostBytes)) return;
  watched.add(mostBytes);
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Begun;
    if (Number(request.headers['content-length']) > mostBytes)
      response.setHeader('Connection', 'close');
  });
}
