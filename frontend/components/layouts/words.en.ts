import { number, plural } from '@/lib/words/amounts/plural';

/** How some work in the background ended. */
type Ended = { status: string; total?: number; done?: number; refused?: number };

const counted = ({ total, done }: Ended) =>
  done === undefined || total === undefined ? '' : `, ${number(done)} of ${number(total)}`;

const refused = ({ refused = 0 }: Ended) =>
  refused === 0
    ? ''
    : plural(refused, { one: '; 1 was refused', other: `; ${number(refused)} were refused` });

/** What stands around every page. */
export const words = {
  /** Of the window: the page, and whose it is. */
  title: (page: string, whose = 'Waybill') => `${page} · ${whose}`,
  skip: 'Skip to the content',
  carriedBy: 'Carried by {brand}',
  sections: 'Sections',
  accountFailed: 'Your account could not be loaded',
  closed: {
    title: 'You may not open this page',
    text: 'Your role does not allow it. An owner or an admin of the organization can give you another one.',
  },
  signOut: 'Sign out',
  menu: 'Menu',
  find: 'Find or go to',
  findKeys: 'Ctrl K',
  /** Beside the name of a person. */
  you: 'Your settings',
  offline:
    'There is no network. What you see may be old; it is read again when the network is back.',
  switcher: {
    change: (organization: string) => `${organization}: change the organization`,
    title: 'Work for',
    failed: 'You are still where you were',
  },
  palette: {
    placeholder: 'A page, a reference, an e-mail address …',
    goTo: 'Go to',
    act: 'Do',
    setting: (name: string) => `Settings: ${name}`,
    workFor: (organization: string) => `Work for ${organization}`,
    light: 'Switch to light colours',
    dark: 'Switch to dark colours',
    speak: (language: string) => `Language: ${language}`,
    searching: 'Searching …',
    nothing:
      'Nothing has that name. Try a reference, an e-mail address or the beginning of a name.',
  },
  keys: { title: 'Keys of this page', help: 'Show these keys' },
  leave: {
    title: 'Leave without saving?',
    text: 'What you changed on this page is not saved yet.',
    stay: 'Stay here',
    leave: 'Leave, and lose the changes',
  },
  work: {
    ended: (what: string, state: Ended) =>
      `${what}: ${state.status === 'stopped' ? 'stopped' : 'done'}${counted(state)}${refused(state)}.`,
    look: 'See the outcome',
  },
};

export type Words = typeof words;
