import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { FORM, fillForm, newCompany, sendButton } from './support';
import { close, listen, startWeb } from './web-process';

// A web process of its own, whose API says of the real form that one page may embed it.
let api: Server;
let partner: Server;
let stranger: Server;
let web: Awaited<ReturnType<typeof startWeb>>;

function embedding() {
  return createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<iframe name="framed" width="800" height="900" src="${web.origin}${FORM}"></iframe>`,
    );
  });
}

test.beforeAll(async ({ baseURL }) => {
  partner = embedding();
  stranger = embedding();
  const allowed = await listen(partner, '127.0.0.2');
  await listen(stranger, '127.0.0.3');
  api = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const real = await fetch(new URL(request.url ?? '/', baseURL), {
          method: request.method ?? 'GET',
          headers: { 'content-type': 'application/json' },
          ...(chunks.length ? { body: Buffer.concat(chunks) } : {}),
        });
        const body = (await real.json()) as Record<string, unknown>;
        response.writeHead(real.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ ...body, allowed_origins: [allowed] }));
      })();
    });
  });
  web = await startWeb({ WAYBILL_API_ORIGIN: await listen(api) });
});

test.afterAll(async () => {
  await web.stop();
  [api, partner, stranger].forEach(close);
});

function origin(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address}:${port}`;
}

test('the page that a form names may embed it, and it can be sent there', async ({ page }) => {
  const answer = await fetch(web.origin + FORM);
  expect(answer.headers.get('content-security-policy')).toContain(
    `frame-ancestors ${origin(partner)}`,
  );
  expect(answer.headers.get('x-frame-options')).toBeNull();
  await page.goto(origin(partner));
  const form = page.frameLocator('iframe[name=framed]');
  await fillForm(form, newCompany());
  await sendButton(form).click();
  const link = form.getByRole('link', { name: /Follow each step/ });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('href', /^\/t\/.+/);
});

test('another page may not', async ({ page }) => {
  const refused = page.waitForEvent('console', (message) =>
    message.text().includes('frame-ancestors'),
  );
  await page.goto(origin(stranger));
  await refused;
  expect(page.frame('framed')?.url()).not.toContain(FORM);
});

test('every other page of the same site still may not be embedded', async () => {
  for (const path of ['/', '/sign-in', '/t/none']) {
    const answer = await fetch(web.origin + path);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  }
});
