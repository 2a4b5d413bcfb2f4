/** What the page says on which a person lets a program in. */
export const words = {
  title: 'Let a program in',
  loading: 'Looking for the program',
  notSeen: 'We could not see whether you are signed in',
  notLoaded: 'The program could not be looked up',
  code: {
    lead: 'A program that wants to act for you shows a code. Enter it here.',
    label: 'Code from your program',
    hint: 'Eight letters. Capitals and hyphens do not matter.',
    missing: 'Enter the code that your program shows.',
    button: 'Continue',
  },
  request: {
    lead: (program: string) => `${program} wants to act for you`,
    same: 'Is this the code that your program shows?',
    facts: {
      program: 'Program',
      from: 'Asks from',
      asked: 'Asked',
      said: 'Says it is',
      person: 'Acts as',
      organization: 'For',
      may: 'May do',
    },
    /** Beside the address. */
    here: 'Your own address',
    elsewhere: 'Not the address that you come from. Right only if it runs on another machine.',
    unnamed: 'Nothing',
    choice: 'For which organization?',
    everything: (organization: string) => `All that you may do in ${organization}`,
    some: (count: number) => (count === 1 ? 'One thing' : `${count} things`),
    approve: 'Let it in',
    refuse: 'Refuse',
    notApproved: 'The program was not let in',
    notRefused: 'The program was not refused',
    other: 'Enter another code',
  },
  warning: {
    title: 'Approve only what you started yourself',
    text: 'Whoever gets a code approved can act in your name. If somebody sent you this code or link, in a mail, a chat or a call, refuse it.',
  },
  nowhere: {
    title: 'You cannot let this program in',
    text: 'In none of your organizations may you do what it asks for. Refuse it, or ask an owner for a higher role.',
  },
  approved: {
    title: 'The program is let in',
    text: (program: string, organization: string) =>
      `${program} acts for you in ${organization} now. Go back to it; this page can be closed.`,
    /** `sessions`: a link. */
    end: 'To end it, sign out there, or end its session in {sessions}.',
    sessions: 'your sign-in',
  },
  refused: {
    title: 'The program was turned away',
    text: (program: string) => `${program} got nothing of yours, and its code is used up.`,
    hint: 'If somebody sent you this code, warn whoever looks after your organization: they may try others.',
    again: 'If it was your own after all, start the sign-in in the program again.',
  },
};

export type Words = typeof words;
