import { number, plural } from '@/lib/words/amounts/plural';
import { words as detail } from './words.detail-en';
import { words as beginning } from './words.new-en';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

/** What the pages about workflows say. */
export const words = {
  copy: { copy: 'Copy', copied: 'Copied', refused: 'Not copied: select it and copy it yourself' },
  faults: {
    form: 'The form',
    workflow: 'Name and subject',
    line: (line: number) => `line ${line}`,
    go: 'Go to it',
  },
  state: {
    archived: 'Archived',
    draft: 'Draft, not live',
    live: (version: number) => `Live, version ${version}`,
    changed: 'with changes that are not live',
  },
  form: {
    copyOf: (name: string) => `Copy the link to the form “${name}”`,
    code: 'QR code',
    codeOf: (name: string) => `QR code of the form “${name}”`,
    codeTitle: (name: string) => `QR code of “${name}”`,
    codeLabel: (name: string) => `QR code that opens the form “${name}”`,
    download: 'Download as SVG',
    print: 'Print',
    noForm: 'This workflow has no form that is open',
  },
  list: {
    title: 'Workflows',
    lead: 'A workflow takes in forms and calls, and delivers what they say to your systems, once each.',
    make: 'New workflow',
    loading: 'Loading the workflows',
    failed: 'The workflows could not be loaded',
    stale: 'The list could not be refreshed: this is how it was',
    what: 'workflows',
    noForm: 'No form',
    columns: {
      name: 'Workflow',
      state: 'State',
      week: 'Last 7 days',
      month: 'Last 30 days',
      form: 'Form',
      actions: 'Actions',
    },
    counts: {
      none: 'Nothing',
      accepted: (count: number) => counted(count, 'submission', 'submissions'),
      failed: (count: number) => `${number(count)} failed`,
      needs: (count: number) => `${number(count)} needed a person`,
    },
    empty: {
      title: 'No workflows yet',
      next: 'A workflow is a form and the way of what it collects: into your ERP, your CRM, a mail. “New workflow” begins with a template that you only fill in, with the columns of a table, or empty.',
      ask: 'An admin of your organization makes them. Ask for one, or for the role.',
    },
  },
  actions: {
    edit: 'Edit',
    editOf: (name: string) => `Edit “${name}”`,
    running: (count: number, exact: boolean) =>
      count === 0
        ? 'No submission is under way.'
        : `${exact ? '' : 'At least '}${counted(count, 'submission is', 'submissions are')} under way. Whatever you choose here, they go on to their end as they began.`,
    open: 'Actions…',
    openOf: (name: string) => `Actions on “${name}”`,
    title: (name: string) => `Actions on “${name}”`,
    failed: 'Nothing was changed',
    leave: 'Change nothing',
    name: 'Name',
    slug: 'Short name',
    slugHint: 'In addresses and for programs: small letters, digits and hyphens.',
    copyOf: (name: string) => `Copy of ${name}`.slice(0, 200),
    on: {
      title: 'Switch on again',
      text: (version: number) =>
        `Publishes what version ${version} says, as a new version. Its form opens at its former address, and programs may submit again.`,
      do: 'Switch on',
      done: (name: string) => `“${name}” is live again.`,
    },
    off: {
      title: 'Switch off',
      text: 'It is archived: the form closes, its address becomes free, and programs get an error. What was accepted is delivered to its end. You can switch it on again.',
      do: 'Switch off',
      done: (name: string) => `“${name}” is archived and takes nothing more.`,
    },
    rename: {
      title: 'Rename',
      text: 'The form stays at its address. Programs that submit by the short name must use the new one from then on. What runs goes on.',
      choose: 'Rename…',
      do: 'Rename it',
      done: (name: string) => `It is called “${name}” now.`,
    },
    duplicate: {
      title: 'Duplicate',
      text: 'Makes a draft of a new workflow from this one. It has no form address and takes nothing until it is published.',
      choose: 'Duplicate…',
      do: 'Make the copy',
      done: (name: string) => `“${name}” is there as a draft.`,
    },
    remove: {
      title: 'Delete',
      text: 'Only while nothing was ever submitted to it: their history would lose its meaning. Otherwise switch it off.',
      choose: 'Delete…',
      sure: (name: string) =>
        `“${name}” goes with its draft and all its versions. Nobody can bring it back.`,
      do: 'Delete for good',
      done: (name: string) => `“${name}” was deleted.`,
    },
  },
  new: beginning,
  detail,
};

export type Words = typeof words;
