/** The titles of pages and of the ways to them, and what those say that belong to no feature. */
export const words = {
  signIn: 'Sign in',
  signUp: 'Sign up',
  forgotPassword: 'Forgot the password',
  resetPassword: 'Set a new password',
  verifyEmail: 'Confirm your address',
  invitation: 'Invitation',
  device: 'Let a program in',
  tracking: 'Tracking',
  submissions: 'Submissions',
  submission: 'Submission',
  settings: 'Settings',
  security: 'Your sign-in',
  organization: 'Organization',
  members: 'Members',
  keys: 'Keys',
  audit: 'Audit log',
  privacy: 'Privacy',
  /** Of pages with several. */
  parts: {
    alerts: 'What needs attention',
    programs: 'API keys',
    clients: 'OAuth clients',
    retention: 'How long submissions are kept',
  },
  notFound: {
    title: 'Not found',
    heading: 'There is no page at this address',
    next: 'Check the address',
    text: 'A form or a tracking link has to be complete: copy it again from where you got it. Or go to the {home}.',
    home: 'first page',
  },
  unavailable: {
    title: 'Not available',
    heading: 'This page is not available now',
    next: 'Try again in a minute',
    text: 'Waybill could not put this page together. Anything you sent earlier is stored and goes on its way.',
  },
};

export type Words = typeof words;
