/** What is said of a request that failed where the server itself found no words. */
export const words = {
  unreachable: {
    title: 'Waybill cannot be reached',
    detail: 'No answer came back. Check your connection and try again.',
  },
  titles: {
    401: 'You are not signed in',
    403: 'You may not see this',
    404: 'There is nothing here',
    429: 'Too many requests',
  } as Record<number, string>,
  title: 'Waybill could not answer',
  detail: (status: number) => `The server answered with status ${status}.`,
};

export type Words = typeof words;
