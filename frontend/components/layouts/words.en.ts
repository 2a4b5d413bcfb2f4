/** What stands around every page. */
export const words = {
  /** Of the window: the page, and whose it is. */
  title: (page: string, whose = 'Waybill') => `${page} · ${whose}`,
  skip: 'Skip to the content',
  carriedBy: 'Carried by {brand}',
  sections: 'Sections',
  accountFailed: 'Your account could not be loaded',
  signOut: 'Sign out',
  menu: 'Menu',
  find: 'Go to or search',
  /** Beside the name of a person. */
  you: 'Your settings',
  switcher: {
    change: (organization: string) => `${organization}: change the organization`,
    title: 'Work for',
    failed: 'You are still where you were',
  },
};

export type Words = typeof words;
