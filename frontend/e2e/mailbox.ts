import { expect } from '@playwright/test';

/** The links to `path` in the messages to an address, the oldest first. */
export async function linksTo(to: string, path: string): Promise<string[]> {
  const mailbox = `http://127.0.0.1:${process.env.MAILBOX_PORT ?? '8025'}/messages`;
  const answer = await fetch(`${mailbox}?to=${encodeURIComponent(to)}`);
  const mails = (await answer.json()) as { text: string }[];
  return mails.flatMap((mail) => mail.text.match(new RegExp(`${path}/\\S+`)) ?? []);
}

/** The latest of them, once there is one that was not `known` before. */
export async function latestLink(
  to: string,
  path: string,
  known: readonly string[] = [],
): Promise<string> {
  const newest = async () => (await linksTo(to, path)).findLast((link) => !known.includes(link));
  await expect.poll(newest).toBeDefined();
  return (await newest()) ?? '';
}
