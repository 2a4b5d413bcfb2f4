import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContext, type FrameLocator, type Page } from '@playwright/test';

export const FORM = '/f/new-customer';

/** A company that no other run has sent. */
export function newCompany(): { name: string; email: string } {
  const stamp = `${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
  return { name: `Fjord Supplies ${stamp}`, email: `ada.${stamp}@example.com` };
}

export function credentials(): { email: string; password: string } {
  const email = process.env.WAYBILL_DEMO_EMAIL;
  const password = process.env.WAYBILL_DEMO_PASSWORD;
  if (!email || !password) {
    throw new Error('Set WAYBILL_DEMO_EMAIL and WAYBILL_DEMO_PASSWORD of the running stack.');
  }
  return { email, password };
}

export async function fillForm(
  page: Page | FrameLocator,
  company: { name: string; email: string },
) {
  await page.getByLabel('Company').fill(company.name);
  await page.getByLabel(/contact/i).fill('Ada Berg');
  await page.getByLabel(/e-?mail/i).fill(company.email);
  await page.getByLabel(/phone/i).fill('+47 22 12 34 56');
  await page.getByLabel('Country').selectOption({ label: 'Norway' });
}

/** The one button that leads on. */
export const sendButton = (page: Page | FrameLocator) => page.locator('button.f-primary');

/** The scripts of the page work it: what is pressed from now on is answered at once. */
export async function awake(page: Page) {
  await expect(page.locator('html[data-awake]')).toBeAttached();
}

/** Opens a page that its scripts work, and waits until they do. */
export async function openPage(page: Page, path: string) {
  await page.goto(path);
  await awake(page);
}

/** Opens a form and waits until its script works it. */
export async function openForm(page: Page, path = FORM) {
  await page.goto(path);
  await expect(page.locator('form[data-ready]')).toBeVisible();
}

/** Sends the form and returns the tracking address. */
export async function submitForm(page: Page, company = newCompany()) {
  await openForm(page);
  await fillForm(page, company);
  await sendButton(page).click();
  await page.waitForURL(/\/t\/.+/);
  return { company, url: page.url() };
}

/** The session of the last sign-in, which the tests of one process share for a while. */
let session: { cookies: Awaited<ReturnType<BrowserContext['cookies']>>; until: number } | undefined;
/** Milliseconds; who signed in ten minutes ago is asked for the password again. */
const FRESH_FOR = 240_000;

/**
 * Signs in, and arrives at the submissions.
 *
 * One that was signed in a moment ago goes on in the same session: the sign-in has tests of its
 * own, and took a third of the time of others. A session that somebody ended is not gone on with.
 */
export async function signIn(page: Page) {
  if (await goesOn(page)) {
    await openPage(page, '/submissions');
  } else {
    const { email, password } = credentials();
    await openPage(page, '/sign-in?next=/submissions');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/submissions');
    const all = await page.context().cookies();
    const cookies = all.filter(({ name }) => ['sessionid', 'csrftoken'].includes(name));
    session = { cookies, until: Date.now() + FRESH_FOR };
  }
  await expect(page.getByRole('heading', { name: 'Submissions' })).toBeVisible();
  await awake(page);
}

/** Takes up the session of the last sign-in, if it is fresh and nobody has ended it. */
async function goesOn(page: Page): Promise<boolean> {
  if (!session || Date.now() > session.until) return false;
  await page.context().addCookies(session.cookies);
  if ((await page.request.get('/api/v1/me')).ok()) return true;
  await page.context().clearCookies();
  return false;
}

/** Opens the first submission of a list, waits until its page is there, and gives its reference. */
export async function openFirst(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /^WB-/ }).first();
  const reference = (await link.textContent()) ?? '';
  await link.click();
  // The list stays until the page is there; what is asked for comes after that.
  await page.waitForURL(/\/submissions\/[^/?]+/);
  await expect(page.getByText('Task id', { exact: true })).toBeVisible();
  return reference;
}

/** The text of the file that this makes the browser download. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  const file = await (await download).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of file) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

/** What fades or slides in has arrived; what turns for as long as something is awaited turns on. */
async function arrived(page: Page) {
  const moving = () =>
    document.getAnimations().filter(({ effect, playState }) => {
      return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    }).length;
  await expect.poll(() => page.evaluate(moving)).toBe(0);
}

/** No finding of axe, at any level, on the page as it stands once nothing moves on it. */
export async function expectAccessible(page: Page) {
  await arrived(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(found).toEqual([]);
}

/** Every error that the page logs, such as a script that the policy refused. */
export function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
