/** What the page of the organization says. */
export const words = {
  loading: 'Loading the organization',
  notLoaded: 'The organization could not be loaded',
  facts: {
    name: 'Name',
    kept: 'Attempts and events are kept for',
    days: (days: number) => `${days} days`,
  },
  form: {
    name: 'Name',
    nameHint: 'People see it on forms, tracking pages and invitations.',
    days: 'Keep attempts and events for (days)',
    daysHint: 'From 1 to 3650. Submissions themselves stay.',
    shorter: (days: string) =>
      `Attempts and events older than ${days} days are deleted at the next cleaning and cannot be brought back.`,
    save: 'Save',
    saved: 'Saved.',
    failed: 'Nothing was saved',
  },
  leave: {
    title: (name: string) => `Leave ${name}`,
    consequences: (name: string) => [
      `You see nothing of ${name} any more, at once. Only an invitation brings you back.`,
      'Open invitations that you sent are revoked. What you did stays in the audit log.',
    ],
    lastOne: 'You then belong to no organization; your sign-in stays.',
    /** `transfer`: a link. */
    onlyOwner: 'If you are the only owner, {transfer} first.',
    transfer: 'transfer the ownership',
    ask: 'Leave…',
    confirm: (name: string) => `Yes, leave ${name}`,
    stay: 'Stay',
    failed: 'You are still a member',
  },
};

export type Words = typeof words;
