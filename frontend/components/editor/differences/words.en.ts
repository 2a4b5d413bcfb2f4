import { tag } from '@/lib/words/languages';

const listed = (names: readonly string[]) =>
  new Intl.ListFormat(tag(), { type: 'conjunction' }).format(names);
const quoted = (names: readonly string[]) => listed(names.map((each) => `“${each}”`));

/** What differs between two versions, in sentences about a question, a step or the form. */
export const words = {
  about: {
    workflow: 'The workflow',
    form: 'The form',
    question: (name: string) => `Question “${name}”`,
    inRow: (group: string, name: string) => `Question “${name}” in “${group}”`,
    step: (name: string) => `Step “${name}”`,
    table: (name: string) => `Table “${name}”`,
    page: (name: string) => `Page “${name}”`,
    rule: (place: number) => `Rule ${place}`,
  },
  /** In front of what is said about it. */
  of: (name: string) => `${name}:`,
  added: 'is new.',
  removed: 'is removed.',
  order: 'The questions stand in another order.',
  changed: (what: string) => `${what} is changed.`,
  become: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  inLanguage: (what: string, language: string) => `${what} (${language})`,
  nothing: 'nothing',
  usual: 'as usual',
  yes: 'yes',
  no: 'no',
  quote: (text: string) => `“${text}”`,
  answer: (name: string) => `the value of “${name}”`,
  required: 'An answer is required now.',
  voluntary: 'An answer is no longer required.',
  sensitive: 'Answers are kept encrypted and covered now.',
  open: 'Answers are no longer covered.',
  asked: {
    always: 'It is always asked now.',
    never: 'It is not asked any more.',
    onlyWhen: (condition: string) => `It is asked only when ${condition}.`,
  },
  shown: {
    always: 'It is always shown now.',
    never: 'It is not shown any more.',
    onlyWhen: (condition: string) => `It is shown only when ${condition}.`,
  },
  taken: {
    always: 'It is always taken now.',
    never: 'It is not taken any more.',
    onlyWhen: (condition: string) => `It is taken only when ${condition}.`,
  },
  before: (sentence: string, condition: string) => `${sentence} Before: only when ${condition}.`,
  afterForm: 'It comes right after the form.',
  after: (names: readonly string[]) => `It comes after ${quoted(names)}.`,
  choices: {
    added: (names: readonly string[]) => `New choices: ${quoted(names)}.`,
    removed: (names: readonly string[]) => `Removed choices: ${quoted(names)}.`,
    order: 'The choices stand in another order.',
    choice: (name: string) => `Choice “${name}”`,
  },
  settings: {
    slug: 'Name in addresses',
    use: 'What it does',
    sends: (input: string) => `What it sends as “${input}”`,
    pageFields: 'Questions on it',
    live: 'List of a connected system',
    other: (key: string) => `The setting “${key}”`,
  },
};

export type Words = typeof words;
