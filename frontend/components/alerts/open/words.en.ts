/** What stands above the list of submissions about alerts. */
export const words = {
  label: 'Needs attention',
  more: 'All open alerts',
};

export type Words = typeof words;
