const step = {
  upcoming: 'Up next',
  transit: 'In transit',
  waiting: 'Waiting',
  delivered: 'Delivered',
  needs: 'Needs you',
  failed: 'Failed',
  cancelled: 'Cancelled',
  skipped: 'Skipped',
};

/** The words of the states of a step, and of a whole submission. */
export const words = { step, submission: { ...step, upcoming: 'Accepted' } };

export type Words = typeof words;
