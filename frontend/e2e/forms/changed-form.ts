import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FormOut } from '@/lib/api/model';
import { FORM } from '../support';
import { close, listen, startWeb } from '../web-process';

/**
 * A web process of its own before the real API, which says of the demonstration's form what a test
 * makes of it. Everything else goes on to the real stack. Returns its origin, and how to end it.
 */
export async function startChanged(baseURL: string, change: (form: FormOut) => void) {
  const api = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void pass(request, Buffer.concat(chunks), response));
  });
  async function pass(
    { url = '/', method = 'GET', headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ) {
    const real = await fetch(new URL(url, baseURL), {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    let text = await real.text();
    const path = new URL(url, baseURL).pathname;
    if (method === 'GET' && path === `/api/v1${FORM.replace('/f/', '/forms/')}`) {
      const form = JSON.parse(text) as FormOut;
      change(form);
      text = JSON.stringify(form);
    }
    const type = real.headers.get('content-type') ?? 'application/json';
    response.writeHead(real.status, { 'content-type': type });
    response.end(text);
  }
  const web = await startWeb({ WAYBILL_API_ORIGIN: await listen(api) });
  return {
    form: web.origin + FORM,
    async stop() {
      await web.stop();
      close(api);
    },
  };
}
