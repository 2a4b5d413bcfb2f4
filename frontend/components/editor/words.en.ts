import { number, plural } from '@/lib/words/amounts/plural';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

export const words = {
  /** Until it is there. */
  opening: {
    title: 'Edit a workflow',
    lead: 'Its form, its steps, and what each of them sends. What you change is saved as a draft by itself. People and programs meet it when you publish it, not before.',
  },
  failed: 'The workflow could not be opened for editing',
  unknown: {
    title: 'There is no such workflow',
    text: 'It was renamed or deleted, or it belongs to another organization. The list has those that there are.',
  },
  viewer: {
    title: 'You may look at this workflow, not change it',
    text: 'Ask an owner or an admin of the organization for a role that may manage workflows.',
  },
  bar: {
    label: 'Editing',
    undo: 'Undo',
    redo: 'Redo',
    parts: 'Parts',
    text: 'YAML',
    view: 'How it is shown',
    publish: 'Publish …',
  },
  saving: {
    saved: 'Saved as a draft',
    live: 'This is what is live',
    unsaved: 'Not saved yet',
    saving: 'Saving …',
    offline:
      'No answer from Waybill. It is kept in this browser and saved as soon as there is one.',
    refused: 'Not saved, only kept in this browser',
    restored: 'What this browser had kept of your last visit is in it.',
  },
  others: {
    you: 'You have this open in another tab.',
    also: (names: string) => `${names} is editing this too. What you both change is put together.`,
  },
  route: {
    label: 'What happens',
    workflow: 'Name and subject',
    form: 'The form',
    formText: (count: number) => counted(count, 'question', 'questions'),
    faults: (count: number) => counted(count, 'problem', 'problems'),
  },
  panes: {
    label: 'Parts of the editor',
    route: 'Overview',
    edit: 'Edit',
    result: 'Result',
    form: 'The form, live',
    preview: 'What would be sent',
  },
  workflow: {
    title: 'Name and subject',
    name: 'Name of the workflow',
    nameHelp: 'For you and your colleagues.',
    subject: 'What a submission is called',
    subjectHelp: 'It stands in lists, in mails and on the tracking page: “Acme Ltd”.',
  },
  problems: {
    none: 'Nothing keeps this from being published.',
    checking: 'Checking …',
    some: (count: number) =>
      `${counted(count, 'problem keeps', 'problems keep')} this from being published`,
    line: (line: number) => `line ${line}`,
    plain: {
      noQuestion: 'The form asks nothing yet: add a question.',
      noStep: 'Nothing is sent anywhere yet: add a step.',
      noRowQuestion: 'Nothing is asked in its rows yet: add a question to them.',
    },
  },
  document: {
    label: 'The workflow as YAML',
    text: 'The same workflow as a text. What you change here is changed everywhere; comments stay.',
    broken: (line: number | null) =>
      line === null
        ? 'This cannot be read as a workflow yet. Correct it, or undo; then the parts are back.'
        : `Line ${line} cannot be read yet. Correct it, or undo; then the parts are back.`,
    toLine: (line: number) => `Go to line ${line}`,
    toParts: 'Show the parts',
  },
  preview: {
    lead: 'The exact requests for these answers. Nothing is sent.',
    sample: 'Answers to try it with',
    example: 'Fill in an example',
    typed:
      'Fill in the form under “The form, live”, take an example, or the answers of an earlier submission.',
    of: (reference: string) => `The answers of ${reference}`,
    take: 'Take those of an earlier submission',
    taken: 'Earlier submissions',
    none: 'Nothing was submitted yet. Fill in the form instead.',
    failed: 'Earlier submissions could not be loaded',
    answersFailed: 'These answers could not be loaded',
    masked: 'Sensitive answers are masked and left out.',
    json: 'All answers, as JSON',
    badJson: 'This is no JSON object yet. Look at quotes, commas and brackets.',
    refused: 'The form would refuse these answers, so nothing would be sent:',
    stale:
      'This is from before your last changes. It is renewed as soon as their problems are solved.',
    waiting: 'What would be sent shows here as soon as there are answers to try it with.',
    faulty: 'What would be sent shows here as soon as the problems above are solved.',
  },
  clash: {
    title: 'Somebody else changed the same place',
    lead: 'Everything else was put together. Decide for each of these places; nothing is saved until then.',
    mine: 'Yours',
    theirs: 'Theirs',
    removed: 'removed',
    keepMine: 'Keep yours',
    takeTheirs: 'Take theirs',
    whole: 'The whole text',
    done: 'Go on',
  },
};

export type Words = typeof words;
