// Written out one by one, so that a build sees that nothing happens here, and leaves out what it
// does not need.

/** The words of the states of a step. */
export const step = {
  upcoming: 'Up next',
  transit: 'In transit',
  waiting: 'Waiting',
  delivered: 'Delivered',
  needs: 'Needs you',
  failed: 'Failed',
  cancelled: 'Cancelled',
  skipped: 'Skipped',
};

/** The words of the states of a whole submission. */
export const submission = {
  upcoming: 'Accepted',
  transit: 'In transit',
  waiting: 'Waiting',
  delivered: 'Delivered',
  needs: 'Needs you',
  failed: 'Failed',
  cancelled: 'Cancelled',
  skipped: 'Skipped',
};

export const words = { step, submission };

export type Words = typeof words;
