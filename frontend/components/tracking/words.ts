/** What the page of a submission says to its sender. */
export const words = {
  loading: 'Loading the state',
  failed: 'The state could not be loaded',
  unknown: {
    title: 'No submission has this address',
    next: 'Check the link',
    text: 'A tracking link has to be complete. Copy it again from where you got it.',
  },
  title: (reference: string, state: string, organization: string) =>
    `${reference}: ${state} · ${organization}`,
  for: 'For',
  sent: 'Sent',
  state: 'State',
  steps: 'Steps of this submission',
  live: {
    connecting: 'Connecting …',
    live: 'Live: this page changes by itself.',
    polling: 'No live connection: this page checks every few seconds.',
    off: 'Final: nothing changes here any more.',
  },
  copy: 'Copy link',
  copied: 'Link copied',
  print: 'Print',
};

export type Words = typeof words;
