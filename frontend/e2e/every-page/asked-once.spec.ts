import { expect, test } from '@playwright/test';
import { signIn, submitForm } from '../support';

test('what a document asks for early is what its page asks for, once', async ({ page }) => {
  await submitForm(page);
  await signIn(page);
  const answer = await page.request.get('/api/v1/submissions?limit=1');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const paths = [
    '/overview',
    '/submissions',
    `/submissions/${items[0]?.id ?? ''}`,
    '/workflows/new-customer',
    '/callbacks',
    '/alerts',
    '/settings/members',
    '/settings/organization',
    '/settings/audit',
  ];
  for (const path of paths) {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/')) asked.push(request.url());
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    page.removeAllListeners('request');
    const early = await page
      .locator('head link[rel=preload][as=fetch]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(early.length, path).toBeGreaterThan(1);
    for (const address of early)
      expect(asked.filter((url) => url === address).length, address).toBe(1);
  }
});

test('a document brings its stylesheets, and no page asks for them again', async ({ page }) => {
  await signIn(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') asked.push(new URL(request.url()).pathname);
  });
  await page.goto('/overview');
  await page.waitForLoadState('networkidle');
  const brought = await page
    .locator('head style[data-sheet]')
    .evaluateAll((styles) => styles.map((style) => style.getAttribute('data-sheet') ?? ''));
  expect(brought.length).toBeGreaterThan(0);
  await page.locator('nav a[href="/workflows"]').click();
  await page.locator('main h1', { hasText: 'Workflows' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => brought.includes(address))).toEqual([]);
});
