/** What the list of open alerts says around them. */
export const words = { label: 'Needs attention' };

export type Words = typeof words;
