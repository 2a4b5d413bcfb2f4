import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http, passthrough } from 'msw';
import { server as network } from '@/lib/testing/server';
import { refuseLongBodies } from './refused-bodies';
import { TOO_LONG } from './too-long';

const GIB = 1024 ** 3;

/** Posts a body of that length and sends none of it. */
function post(port: number, bytes: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST' }, resolve);
    asked.on('error', reject);
    asked.setHeader('Content-Length', bytes);
    asked.flushHeaders();
  });
}

test('what is too long is handed on without its body, and its connection ends', async () => {
  network.use(http.post(/^http:\/\/127\.0\.0\.1:/, () => passthrough()));
  refuseLongBodies(1000);
  const seen: unknown[] = [];
  const server = createServer(({ method, headers }, response) => {
    seen.push([method, headers['content-length'], headers[TOO_LONG]]);
    response.writeHead(413).end('too large');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect((await post(port, 10 * GIB)).headers.connection).toBe('close');
    expect((await post(port, 1000)).headers.connection).toBe('keep-alive');
    expect(seen).toEqual([
      ['GET', undefined, String(10 * GIB)],
      ['POST', '1000', undefined],
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
