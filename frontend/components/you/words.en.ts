/** What the page about the person themselves says. */
export const words = {
  lead: 'How Waybill speaks to you. It goes with your account, to every device that you sign in on.',
  form: 'Language and time zone',
  loading: 'Loading your settings',
  notLoaded: 'Your settings could not be loaded',
  language: 'Language',
  timeZone: 'Time zone',
  timeZoneHint: 'All times that you see are in this zone. Nobody else sees it.',
  /** `now`: what the browser has. */
  asBrowser: (now: string) => `As this browser: ${now}`,
  save: 'Save',
  saved: 'Saved. Waybill speaks to you so from now on.',
  failed: 'Nothing was saved',
  now: 'Now it is {time} for you.',
};

export type Words = typeof words;
