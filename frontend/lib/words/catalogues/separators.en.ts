/** What stands between the cells of a CSV file. */
export const words = {
  label: 'Between the cells',
  comma: 'Comma',
  semicolon: 'Semicolon, where numbers have a decimal comma',
  tab: 'Tab',
};

export type Words = typeof words;
