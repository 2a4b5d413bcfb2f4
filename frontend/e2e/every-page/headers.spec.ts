import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { FORM, signIn, submitForm } from '../support';

const PUBLIC_PAGES = ['/', '/sign-in', FORM, '/t/not-a-token', '/no-such-page'];
const PEOPLES_PAGES = ['/submissions', '/settings'];

/** What the page's policy refused, as the browser itself reports it. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void })
        .reportViolation;
      report(`${event.effectiveDirective} ${event.blockedURI} at ${document.location.pathname}`);
    });
  });
  return found;
}

function expectHeaders(headers: Record<string, string>, path: string) {
  const policy = headers['content-security-policy'] ?? '';
  const script = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect(script, path).toMatch(/^'self'( 'sha256-[\w+/]{43}='){5}$/);
  expect(policy, path).toContain("script-src-attr 'none'");
  expect(policy, path).toContain("object-src 'none'");
  expect(policy, path).toContain("base-uri 'none'");
  expect(policy, path).toContain("frame-ancestors 'none'");
  expect(headers['x-frame-options'], path).toBe('DENY');
  expect(headers['x-content-type-options'], path).toBe('nosniff');
  expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
  expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
  expect(headers['permissions-policy'], path).toContain('camera=()');
  expect(headers['referrer-policy'], path).toMatch(
    /^(strict-origin-when-cross-origin|no-referrer)$/,
  );
  expect(headers['strict-transport-security'], path).toContain('max-age=31536000');
  expect(headers['x-powered-by'], path).toBeUndefined();
}

test('every public page has its headers and breaks none of its own rules', async ({ page }) => {
  const found = await violations(page);
  for (const path of PUBLIC_PAGES) {
    const response = await page.goto(path, { waitUntil: 'networkidle' });
    expectHeaders(response?.headers() ?? {}, path);
  }
  expect(found).toEqual([]);
});

test('a sent form and its tracking page break none either', async ({ page }) => {
  const found = await violations(page);
  const { url } = await submitForm(page);
  const response = await page.goto(url, { waitUntil: 'domcontentloaded' });
  expectHeaders(response?.headers() ?? {}, '/t/…');
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(page.getByRole('list', { name: 'Steps of this submission' })).toBeVisible();
  expect(found).toEqual([]);
});

test('the pages of people who signed in have them too', async ({ page }) => {
  const found = await violations(page);
  await signIn(page);
  for (const path of PEOPLES_PAGES) {
    const response = await page.goto(path, { waitUntil: 'domcontentloaded' });
    expectHeaders(response?.headers() ?? {}, path);
    await expect(page.locator('h1').first()).toBeVisible();
  }
  expect(found).toEqual([]);
});

test('the policy is in force: an inline script and a foreign one do not run', async ({ page }) => {
  const found = await violations(page);
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    const foreign = document.createElement('script');
    foreign.src = 'https://attacker.example/x.js';
    document.body.append(inline, foreign);
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran = true">');
  });
  await expect.poll(() => found.filter((one) => one.startsWith('script-src')).length).toBe(3);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('no answer tells where the internal processes are', async ({ request, baseURL }) => {
  const own = new URL(baseURL ?? '').host;
  for (const path of ['/api/v1/me', '/api/v1/openapi.json', '/health/live', '/stream/none', FORM]) {
    const response = await request.get(path);
    const headers = response.headersArray().map(({ name, value }) => `${name}: ${value}`);
    expect(headers.join('\n').toLowerCase(), path).not.toContain('x-middleware-rewrite: http');
    const addresses = headers.join('\n').match(/(127\.0\.0\.1|localhost|10\.[\d.]+):\d+/g) ?? [];
    expect(
      addresses.filter((one) => one !== own),
      path,
    ).toEqual([]);
    expect(response.headers()['server'] ?? 'Waybill', path).toBe('Waybill');
  }
});

test.describe('framing', () => {
  let partner: Server;
  let origin: string;

  test.beforeAll(async ({ baseURL }) => {
    partner = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://partner').searchParams.get('path') ?? '/';
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe name="framed" src="${baseURL}${path}"></iframe>`);
    });
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.2', resolve));
    origin = `http://127.0.0.2:${(partner.address() as AddressInfo).port}`;
  });
  test.afterAll(() => partner.close());

  for (const path of [...PUBLIC_PAGES, ...PEOPLES_PAGES, '/api/v1/docs', '/api/v1/openapi.json']) {
    test(`another site cannot frame ${path}`, async ({ page }) => {
      const refused = page.waitForEvent('console', (message) =>
        /frame-ancestors|X-Frame-Options|refused to connect/i.test(message.text()),
      );
      await page.goto(`${origin}/?path=${encodeURIComponent(path)}`);
      await refused;
      // It is told before the frame turns from what was asked for to the browser's own page.
      await expect.poll(() => page.frame('framed')?.url()).toBe('chrome-error://chromewebdata/');
    });
  }
});
