import { expect, type APIRequestContext, type Browser } from '@playwright/test';
import { mails } from '../arrived';
import { FOLDER, part } from './pictures';

/** How many fail and are repaired; every night 500. More than the list shows at once. */
export const MANY = Number(process.env.WAYBILL_LEADS ?? 120);

export type Lead = { company: string; email: string };

/** What a fair gave us: as many as one request takes with ease. The first names a country that the
 * form knows and the ERP does not. */
export async function bringIn(
  request: APIRequestContext,
  { secret, workflow, mark }: { secret: string; workflow: string; mark: string },
): Promise<Lead> {
  const submissions = Array.from({ length: MANY }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      idempotency_key: `${mark}-${number}`,
      data: {
        company: `Fair lead ${number}`,
        contact_name: 'Ada Berg',
        email: `lead-${number}-${mark}@example.com`,
        country: index === 0 ? 'XK' : 'NO',
      },
    };
  });
  const answer = await request.post(`/api/v1/workflows/${workflow}/submissions/batch`, {
    headers: { authorization: `Bearer ${secret}` },
    data: { submissions },
    timeout: 120_000,
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { results } = (await answer.json()) as { results: { status: number }[] };
  expect(results.filter(({ status }) => status === 202)).toHaveLength(MANY);
  return { company: 'Fair lead 001', email: `lead-001-${mark}@example.com` };
}

/** The link of the mail with this subject, once it is there. */
export async function linkOf(to: string, subject: string): Promise<string> {
  let link = '';
  await expect
    .poll(
      async () => {
        const mail = (await mails(to)).findLast((each) => each.subject.includes(subject));
        link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
        return link;
      },
      { timeout: 300_000 },
    )
    .not.toBe('');
  return link;
}

/** The mail as its reader has it. */
export async function mailPicture(browser: Browser, subject: string) {
  if (!FOLDER) return;
  const mailbox = await browser.newPage({ viewport: { width: 792, height: 700 } });
  await mailbox.goto(`http://127.0.0.1:${process.env.MAILBOX_PORT ?? '8025'}/`);
  await part(mailbox.getByRole('article').filter({ hasText: subject }).first(), 'mail');
  await mailbox.close();
}
