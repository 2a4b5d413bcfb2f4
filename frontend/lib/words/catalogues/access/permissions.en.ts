import type { Permission } from '@/lib/api/model';

export type PermissionGroup = { label: string; permissions: [Permission, string][] };

/** What each permission lets somebody do, grouped by the thing it is about. */
export const words: PermissionGroup[] = [
  {
    label: 'Submissions',
    permissions: [
      ['submissions:create', 'Submit to workflows'],
      ['submissions:read', 'Read submissions, steps and events'],
      ['submissions:read_sensitive', 'Read the values of sensitive fields'],
      ['submissions:operate', 'Retry, resume, resolve and cancel'],
    ],
  },
  {
    label: 'Workflows and connections',
    permissions: [
      ['workflows:read', 'Read workflows'],
      ['workflows:manage', 'Change and publish workflows'],
      ['connections:read', 'Read connections and their health'],
      ['connections:operate', 'Pause and resume connections'],
      ['connections:manage', 'Change connections and their credentials'],
      ['callbacks:read', 'Read callback endpoints and what was sent'],
      ['callbacks:manage', 'Change callback endpoints and their secrets'],
      ['alerts:read', 'Read alerts'],
      ['alerts:operate', 'Acknowledge and silence alerts'],
      ['alerts:manage', 'Change rules and routes of alerts'],
    ],
  },
  {
    label: 'Organization',
    permissions: [
      ['members:read', 'Read who the members are'],
      ['members:manage', 'Invite and remove members, change roles'],
      ['keys:manage', 'Make, rotate and revoke keys and clients'],
      ['audit:read', 'Read the audit log'],
      ['privacy:manage', "Export and erase a person's data"],
      ['organization:manage', 'Change the organization'],
      ['organization:transfer', 'Hand the organization to another owner'],
    ],
  },
];

export type Words = typeof words;
