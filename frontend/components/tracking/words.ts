/** What the page says before it knows of a submission, and so of a language. The rest comes with it. */
export const words = {
  loading: 'Loading the state',
  failed: 'The state could not be loaded',
  unknown: {
    title: 'No submission has this address',
    next: 'Check the link',
    text: 'A tracking link has to be complete. Copy it again from where you got it.',
  },
  for: 'For',
  sent: 'Sent',
  state: 'State',
};

export type Words = typeof words;
