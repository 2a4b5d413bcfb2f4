import { test } from '@playwright/test';
import { call } from './own-form';
import { signIn } from './support';
import { readFileSync } from 'node:fs';

const OUT = '/tmp/shots';
for (const [name, viewport] of [['desk', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }], ['tablet', { width: 768, height: 1024 }]] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${name} ${colorScheme}`, async ({ browser }) => {
      if (colorScheme === 'dark' && name === 'tablet') return;
      const page = await browser.newPage({ viewport, colorScheme, locale: 'en-GB' });
      page.on('pageerror', (error) => console.log('PAGEERROR', error.message.slice(0, 300)));
      page.on('console', (message) => message.type() === 'error' && console.log('CONSOLE', message.text().slice(0, 300)));
      await signIn(page);
      const slug = `shot-${Date.now().toString(36)}`;
      const text = readFileSync('../backend/waybill_definitions/templates/files/order-to-erp/definition.yaml', 'utf8')
        .replaceAll('order-to-erp', slug).replace('use: erp/party.upsert', 'use: erp/party.upsert\n    when: ${{ input.country == \'AT\' }}');
      await call(page, 'POST', '/api/v1/workflows', text, 'application/yaml');
      for (const at of ['form', 'form.fields.lines', 'form.fields.country', 'steps.customer', 'steps.sale', 'steps.confirmation', 'workflow']) {
        await page.goto(`/workflows/${slug}/edit?at=${at}`);
        await page.waitForTimeout(3500);
        await page.screenshot({ path: `${OUT}/${name}-${colorScheme}-${at}.png`, fullPage: true });
      }
      await page.close();
    });
