import { number, plural } from '@/lib/words/amounts/plural';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });
const named = (labels: string[]) => labels.map((each) => `“${each}”`).join(', ');

/** What is said before and after something becomes live. */
export const words = {
  title: (name: string) => `Publish “${name}”`,
  failed: 'What publishing means could not be loaded',
  notPublished: 'Nothing was published',
  changes: 'What changes',
  first: 'It was never published: version 1 begins with everything in it.',
  unread: 'The draft cannot be read in parts yet, so what changes cannot be said.',
  means: 'What it means',
  running: {
    none: 'No submission is under way.',
    some: (count: number, version: number, exact: boolean) =>
      `${exact ? '' : 'At least '}${counted(count, 'submission is', 'submissions are')} under way. ${count === 1 ? 'It finishes on the version with which it began' : 'They finish on the version with which they began'}, such as version ${version}.`,
  },
  forms: {
    opens: 'The form opens at its address for everybody who has the link.',
    goesOn: (version: number) =>
      `Pages of the form that are open now may still be sent for one day, and count by version ${version}. After that, people are asked to open the form again.`,
    moved: (before: string, after: string) =>
      `The form moves from /f/${before} to /f/${after}. Links and codes that you gave away no longer lead to it.`,
    closes: (before: string) => `The form at /f/${before} closes: the draft has no form address.`,
    none: 'It has no form: only programs submit to it.',
  },
  programs: {
    first: 'Programs with an API key may submit to it.',
    fine: 'Programs that submit now can go on as they are: no question became required, left or changed its kind.',
    required: (labels: string[]) =>
      `Programs that do not send ${named(labels)} will be refused: now required.`,
    removed: (labels: string[]) =>
      `Programs that still send ${named(labels)} will be refused: no longer asked.`,
    kinds: (labels: string[]) =>
      `Programs may have to send ${named(labels)} in another way: another kind of question.`,
  },
  faults: (count: number) =>
    `${counted(count, 'problem keeps', 'problems keep')} it from being published`,
  why: 'Why',
  whyHint: 'For the others, in the list of versions. You may leave it empty.',
  do: 'Publish',
  leave: 'Not now',
  done: {
    title: (name: string) => `“${name}” is live`,
    text: (version: number) => `Version ${version} takes submissions from now on.`,
    next: 'What comes next',
    share: 'Share it: links with answers filled in, your own page, programs',
    watch: 'See what comes in',
    close: 'Done',
  },
};

export type Words = typeof words;
