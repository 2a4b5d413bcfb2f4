import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http, passthrough } from 'msw';
import { server as network } from '@/lib/testing/server';
import { readNoLongerBodies } from './refused-bodies';

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

test('the connection ends with the answer to what is too long, and with no other', async () => {
  network.use(http.post(/^http:\/\/127\.0\.0\.1:/, () => passthrough()));
  readNoLongerBodies(1000);
  const server = createServer((_, response) => response.writeHead(413).end('too large'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect((await post(port, 10 * GIB)).headers.connection).toBe('close');
    expect((await post(port, 1000)).headers.connection).toBe('keep-alive');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
