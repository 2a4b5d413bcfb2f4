/** What the page behind an invitation's link says. */
export const words = {
  loading: 'Loading the invitation',
  notLoaded: 'The invitation could not be loaded',
  title: (organization: string) => `Join ${organization}`,
  /** `article`: "an admin". */
  offer: (by: string, organization: string, article: string) =>
    `${by} invites you to work on the deliveries of ${organization} as ${article}.`,
  somebody: 'Somebody who has left since',
  wayIn: {
    hint: 'Use the address that the invitation was sent to.',
    signUp: 'Create an account',
    signIn: 'I have one: sign in',
  },
  join: {
    /** `email`: set off. */
    signedInAs: 'You are signed in as {email}.',
    notSeen: 'We could not see whether you are signed in',
    button: (organization: string) => `Join ${organization}`,
    failed: 'You have not joined',
    otherAddress: 'Sign in with another address',
  },
  stale: {
    title: 'This link opens nothing',
    text: 'The invitation was used, was revoked, or is older than seven days. Ask whoever invited you to send it again; only the newest link works.',
    signIn: 'Sign in',
  },
};

export type Words = typeof words;
