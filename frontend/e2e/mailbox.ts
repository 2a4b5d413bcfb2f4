import { expect } from '@playwright/test';

/** The latest link to `path` in the messages to an address. */
export async function latestLink(to: string, path: string): Promise<string> {
  const mailbox = `http://127.0.0.1:${process.env.MAILBOX_PORT ?? '8025'}/messages`;
  let found = '';
  await expect(async () => {
    const answer = await fetch(`${mailbox}?to=${encodeURIComponent(to)}`);
    const mails = (await answer.json()) as { text: string }[];
    const matches = mails.flatMap((mail) => mail.text.match(new RegExp(`${path}/\\S+`)) ?? []);
    found = matches.at(-1) ?? '';
    expect(found).not.toBe('');
  }).toPass();
  return found;
}
