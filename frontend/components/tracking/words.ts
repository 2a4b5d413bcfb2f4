/** What is said when there is no submission to say it in its language. */
export const words = {
  failed: {
    title: 'The state could not be loaded',
    again: 'Try again',
    request: 'Request {id}',
  },
};

export type Words = typeof words;
