/** Why a field of a form is refused before it is sent. */
export const words = {
  needed: 'This is needed.',
  text: 'Write a text.',
  number: 'Write a number.',
  whole: 'Write a whole number.',
  choice: 'Choose one of the list.',
  shorter: (most: number) => (most === 1 ? 'At most 1 character.' : `At most ${most} characters.`),
  longer: (least: number) => (least === 1 ? 'This is needed.' : `At least ${least} characters.`),
  fewer: (most: number) => `At most ${most} of them.`,
  more: (least: number) => (least === 1 ? 'At least one.' : `At least ${least} of them.`),
  least: (least: number) => `${least} or more.`,
  above: (least: number) => `More than ${least}.`,
  most: (most: number) => `${most} or less.`,
  below: (most: number) => `Less than ${most}.`,
  pattern: 'This does not look as it should. Compare it with the text below the name.',
  slug: 'Lower-case letters a to z, digits and single hyphens between them.',
  email: 'Write an e-mail address, such as ada@example.com.',
  url: 'Write a whole address that begins with https://.',
  date: 'Write a date and a time.',
  unknown: 'This is not known here.',
  wrong: 'This does not fit here.',
};

export type Words = typeof words;
