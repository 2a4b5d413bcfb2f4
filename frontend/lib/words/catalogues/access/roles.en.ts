import type { Role } from '@/lib/api/model';

export type RoleWords = {
  name: string;
  article: string;
  /** What it adds to the role before it. */
  may: string;
  /** The whole, said to whoever gets it. */
  you: string;
};

export const words: Record<Role, RoleWords> = {
  viewer: {
    name: 'Viewer',
    article: 'a viewer',
    may: 'Sees submissions, workflows, connections and members. Sensitive answers stay masked. Changes nothing.',
    you: 'You will see submissions, workflows and connections, with sensitive answers masked, and change nothing.',
  },
  operator: {
    name: 'Operator',
    article: 'an operator',
    may: 'Also sees sensitive answers, submits, retries, resumes and cancels, and pauses connections.',
    you: 'You will see submissions with all their answers, and may submit, retry, resume and cancel them.',
  },
  admin: {
    name: 'Admin',
    article: 'an admin',
    may: 'Also manages workflows, connections, callbacks, keys and members up to admins, and reads the audit log.',
    you: 'You will look after deliveries, workflows, connections, keys and members, and read the audit log.',
  },
  owner: {
    name: 'Owner',
    article: 'an owner',
    may: 'Also makes owners and hands the ownership over. There is always at least one.',
    you: 'You will be able to do everything, up to handing the ownership over.',
  },
};

export type Words = typeof words;
