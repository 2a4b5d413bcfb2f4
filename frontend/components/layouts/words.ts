/** What stands around every page. */
export const words = {
  /** Of the window: the page, and whose it is. */
  title: (page: string, whose = 'Waybill') => `${page} · ${whose}`,
  skip: 'Skip to the content',
  carriedBy: 'Carried by {brand}',
  sections: { label: 'Sections', submissions: 'Submissions', settings: 'Settings' },
  accountFailed: 'Your account could not be loaded',
  signOut: 'Sign out',
  switcher: {
    change: (organization: string) => `${organization}: change the organization`,
    title: 'Work for',
    failed: 'You are still where you were',
  },
  settings: {
    label: 'Settings',
    security: 'Your sign-in',
    organization: 'Organization',
    members: 'Members',
    keys: 'Keys',
    audit: 'Audit log',
    privacy: 'Privacy',
  },
};

export type Words = typeof words;
