import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http, passthrough } from 'msw';
import { server as network } from '@/lib/testing/server';
import { hideInternalAddresses } from './hidden-headers';

test('an internal address never leaves, the rest does', async () => {
  network.use(http.get(/^http:\/\/127\.0\.0\.1:/, () => passthrough()));
  hideInternalAddresses();
  hideInternalAddresses();
  const server = createServer((_, response) => {
    response.setHeader('x-middleware-rewrite', 'http://10.0.0.7:8000/api/v1/me');
    response.setHeader('X-Middleware-Rewrite', 'http://10.0.0.7:8000/api/v1/me');
    response.setHeader('x-nextjs-rewritten-path', '/f/contact');
    response.setHeader('x-request-id', 'kept');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const { headers } = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1' }, resolve).on('error', reject);
    });
    expect(JSON.stringify(headers)).not.toContain('10.0.0.7');
    expect(headers['x-request-id']).toBe('kept');
    expect(headers['x-nextjs-rewritten-path']).toBe('/f/contact');
  } finally {
    server.close();
  }
});
