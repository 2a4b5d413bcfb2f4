import { expect, test } from '@playwright/test';
import type { FormOut } from '@/lib/api/model';
import { startChanged } from './changed-form';
import { NIGHTLY } from '../looks';
import { FORM, expectAccessible, fillForm, newCompany, openForm, sendButton } from '../support';

/**
 * Public forms with more asked of their senders than answers. The pages are real; what the API
 * says of the form is changed on its way, so that one published form shows every case.
 */
function askForFiles(form: FormOut) {
  const [first] = form.questions;
  if (!first) throw new Error('The form asks for nothing.');
  form.questions.unshift({
    ...first,
    key: 'contract',
    kind: 'file',
    label: 'Contract',
    accept: ['.pdf'],
    kinds: ['PDF'],
    max_bytes: 1024 * 1024,
    max_files: 2,
  });
  form.pages[0]?.questions.unshift('contract');
  const schema = form.json_schema as { properties: Record<string, unknown> };
  const items = { type: 'string', format: 'uuid' };
  schema.properties.contract = { type: 'array', minItems: 1, maxItems: 2, items };
}

test('nobody at the form meets its trap', async ({ page }) => {
  await page.goto(FORM);
  await expect(page.getByRole('textbox', { name: 'Website' })).toHaveCount(0);
  const trap = page.locator('input[name=website]');
  await expect(trap).toHaveCount(1);
  await expect(trap).toHaveAttribute('tabindex', '-1');
  const box = await trap.evaluate((input) => {
    const around = input.closest('[aria-hidden=true]');
    return around?.getBoundingClientRect().width ?? 1000;
  });
  expect(box).toBeLessThanOrEqual(1);
  await expectAccessible(page);
});

test('a program that fills in everything is refused, without hearing why', async ({ page }) => {
  await openForm(page);
  await fillForm(page, newCompany());
  await page.locator('input[name=website]').evaluate((input) => {
    (input as HTMLInputElement).value = 'http://spam.example';
  });
  await sendButton(page).click();
  const notice = page.getByRole('alert').filter({ hasText: 'not accepted' });
  await expect(notice).toBeVisible();
  await expect(notice).not.toContainText(/website|honeypot/i);
  await expectAccessible(page);
});

test('the tab key goes round the trap', async ({ page }) => {
  await openForm(page);
  const met = new Set<string>();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    met.add(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
  }
  expect(met).not.toContain('website');
});

test('a task is solved by the browser itself, and the proof is good', async ({ page, baseURL }) => {
  const slug = FORM.split('/').at(-1) ?? '';
  const changed = await startChanged(String(baseURL), (form) => {
    form.protection = { ...form.protection, ticket: true, proof_of_work: true };
  });
  const solved = page.waitForRequest(
    (request) =>
      request.method() === 'POST' && request.url().includes(`/forms/${slug}/submissions`),
  );
  await page.route('**/api/v1/forms/*/ticket', (route) =>
    route.fulfill({ json: { ticket: 'ticket', wait_seconds: 1, challenge: CHALLENGE } }),
  );
  await openForm(page, changed.form);
  await fillForm(page, newCompany());
  await sendButton(page).click();
  const sent = (await solved).postDataJSON() as { protection: { ticket: string; proof: string } };
  expect(sent.protection.ticket).toBe('ticket');
  const proof = JSON.parse(atob(sent.protection.proof)) as {
    solution: { derivedKey: string };
  };
  expect(proof.solution.derivedKey.startsWith(CHALLENGE.parameters.keyPrefix)).toBe(true);
  await changed.stop();
});

const CHALLENGE = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    cost: 100,
    keyLength: 32,
    keyPrefix: '00',
    nonce: '000102030405060708090a0b0c0d0e0f',
    salt: '0f0e0d0c0b0a09080706050403020100',
    expiresAt: 4102444800,
    data: { ticket: 'ticket' },
  },
  signature: '0'.repeat(64),
};

for (const size of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]) {
  test(
    `files are chosen, refused and removed at ${size.width} px`,
    {
      tag: size.width > 1000 ? NIGHTLY : [],
    },
    async ({ page, baseURL }) => {
      await page.setViewportSize(size);
      const changed = await startChanged(String(baseURL), askForFiles);
      await page.route('**/api/v1/forms/*/uploads', async (route) => {
        const refused = route.request().postDataBuffer()?.includes('not-a-pdf') ?? false;
        await route.fulfill(
          refused
            ? {
                status: 422,
                json: {
                  status: 422,
                  title: 'Refused',
                  code: 'invalid_input',
                  detail: 'The file was refused; see errors.',
                  errors: [{ field: 'file', message: 'This is a PNG image; the form takes PDF.' }],
                },
              }
            : {
                status: 201,
                json: { id: crypto.randomUUID(), name: 'a.pdf', size: 9, type: 'application/pdf' },
              },
        );
      });
      await openForm(page, changed.form);
      const chooser = page.getByLabel('Contract', { exact: false }).first();
      await chooser.setInputFiles({
        name: 'contract.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7'),
      });
      const list = page.getByRole('list', { name: 'Files for Contract' });
      await expect(list.getByText('uploaded')).toBeVisible();
      await chooser.setInputFiles({
        name: 'photo.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('not-a-pdf'),
      });
      await expect(list.getByText('This is a PNG image; the form takes PDF.')).toBeVisible();
      await expectAccessible(page);
      await list.getByRole('button', { name: 'Remove photo.pdf' }).press('Enter');
      await expect(list.getByRole('listitem')).toHaveCount(1);
      await changed.stop();
    },
  );
}

test('the largest file reaches the API whole, and a larger one is refused at once', async ({
  request,
}) => {
  const mib = 1024 * 1024;
  const send = (bytes: number) =>
    request.post(`/api/v1${FORM.replace('/f/', '/forms/')}/uploads`, {
      multipart: {
        field: 'no-such-question',
        file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes, '%') },
      },
      // As long as the machine takes; the test has its own end.
      timeout: 0,
    });
  const whole = await send(10 * mib);
  expect(whole.status()).toBe(422);
  expect(JSON.stringify(await whole.json())).toContain('asks for no file');
  const more = await send(12 * mib).catch(refusedWhileSending);
  if (!more) return;
  expect(more.status()).toBe(413);
  expect(await more.json()).toMatchObject({ code: 'too_large', status: 413 });
});

/** The server answers and hangs up before it has read all; a client may notice only the latter. */
function refusedWhileSending(error: unknown): null {
  expect(String(error)).toMatch(/EPIPE|ECONNRESET/);
  return null;
}
