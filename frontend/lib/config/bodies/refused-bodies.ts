import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOO_LONG } from './too-long';

type Begun = { request: IncomingMessage; response: ServerResponse };

let watching = false;

/**
 * Hands on a request with a longer body than `mostBytes` without it, as a GET that proxy.ts refuses,
 * and ends the connection after the answer. Next.js runs proxy.ts at once but answers when it has
 * read the whole body, and Node itself reads what is left over: of a file of 10 GB, all.
 */
export function refuseLongBodies(mostBytes: number): void {
  if (watching) return;
  watching = true;
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Begun;
    const length = request.headers['content-length'];
    if (!(Number(length) > mostBytes)) return;
    request.method = 'GET';
    request.headers[TOO_LONG] = length;
    delete request.headers['content-length'];
    response.setHeader('Connection', 'close');
  });
}
