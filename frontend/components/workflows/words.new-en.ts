import { number, plural } from '@/lib/words/amounts/plural';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

/** What is said where a workflow begins. */
export const words = {
  title: 'A new workflow',
  lead: 'Begin empty, with your own columns or definition, or with the template that comes closest: you say which of your systems does what, see what would be sent, and publish.',
  others: '← All ways to begin',
  search: 'Search the templates',
  loading: 'Loading the templates',
  failed: 'The templates could not be loaded',
  templateFailed: 'The template could not be loaded',
  found: (count: number) => counted(count, 'template', 'templates'),
  nothing: {
    title: 'No template has these words',
    text: 'Try another word, such as order or mail, or the nearest template and change it later.',
  },
  unknown: {
    title: 'There is no such template',
    text: 'It may have been called otherwise in an older version. Choose one from the list.',
  },
  mayNot: {
    title: 'Making workflows is for admins',
    text: 'You may look at the workflows that there are. Ask an admin of your organization for a new one.',
  },
  stepsOf: (name: string) => `Steps of “${name}”`,
  sometimes: (system: string) => `${system}, sometimes`,
  lacking: (parts: string[]) => `You have no connection yet for: ${parts.join(', ')}`,
  about: 'About the template',
  route: 'What happens',
  asks: 'What it asks',
  optional: (label: string) => `${label} (optional)`,
  parts: {
    title: 'Your systems',
    label: (part: string, kinds: string) => `${part} (${kinds})`,
    choose: 'Choose a connection',
    needed: 'Choose a connection for this part, or make one.',
    none: (kinds: string) => `You have no connection to ${kinds} yet.`,
    make: (kinds: string) => `Make a connection to ${kinds}`,
  },
  blanks: { title: 'Your values' },
  naming: {
    title: 'Names',
    name: 'Name of the workflow',
    slug: 'Short name',
    slugHint: 'For programs and addresses: small letters, digits and hyphens.',
    address: 'Address of the form',
    addressHint: (url: string) => `People open it at ${url}`,
  },
  trying: {
    title: 'Try it',
    lead: 'Shows the exact requests that a submission would cause, with the answers below. Nothing is sent, and nothing is saved.',
    answers: 'Answers to try it with',
    show: 'Show what would be sent',
    above: 'Correct what is marked above first.',
    refused: 'Some answers are refused: open them above.',
    noJson: 'This is no JSON. Compare it with the sample: quotes, commas and brackets.',
    failed: 'It could not be tried',
    done: 'This is what would be sent.',
  },
  finish: {
    title: 'Publish',
    withForm:
      'Publishing opens the form at its address for everybody who has the link, and programs with a key may submit. A draft takes nothing until you publish it.',
    withoutForm:
      'Publishing lets programs with a key submit to it. It has no form. A draft takes nothing until you publish it.',
    above: 'Some of it cannot stay like this: see what is marked above.',
    faults: (count: number) =>
      `${counted(count, 'problem keeps', 'problems keep')} it from being published`,
    failed: 'It could not be made',
    publish: 'Publish',
    draft: 'Keep as a draft',
  },
  pasted: {
    title: 'A definition of your own',
    lead: 'Paste YAML or JSON, such as “waybill init” and “waybill export” write. It is kept as a draft; you publish it on its page.',
    label: 'Definition',
    check: 'Check it',
    save: 'Keep as a draft',
    fine: 'Nothing is wrong with it: it could be published as it is.',
    faults: (count: number) =>
      `${counted(count, 'problem keeps', 'problems keep')} it from being published`,
    failed: 'It could not be saved',
  },
};

export type Words = typeof words;
