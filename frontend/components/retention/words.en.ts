import { number, plural } from '@/lib/words/amounts/plural';
import { longDate } from '@/lib/words/amounts/time';

/** "for good", "for 90 days". */
function kept(days: number | null): string {
  if (days === null) return 'for good';
  return plural(days, { one: 'for 1 day', other: `for ${days} days` });
}

/** What the part about keeping submissions says. */
export const words = {
  kept,
  title: 'How long submissions are kept',
  lead: 'Counted from the day a submission ended. After it, Waybill deletes the submission whole: answers, steps, evidence, events, callbacks and files. What was delivered stays in the other systems, and the audit log keeps the count.',
  loading: 'Loading how long submissions are kept',
  notLoaded: 'How long submissions are kept could not be loaded',
  done: (name: string, days: number | null) => `“${name}” is kept ${kept(days)} from now on.`,
  what: 'workflows',
  empty: {
    title: 'No workflows yet',
    text: 'What you say above holds for each one that you publish.',
  },
  list: {
    columns: { workflow: 'Workflow', kept: 'Kept', change: 'Change' },
    everyone: 'All workflows',
    unlessOtherwise: 'unless they say otherwise',
    asAll: 'as all workflows',
    ownWord: 'says so itself',
    change: 'Change…',
    changeOf: (name: string) => `Change how long “${name}” is kept`,
  },
  dialog: {
    title: (name: string) => `How long “${name}” is kept`,
    kept: 'Kept',
    forGood: 'For good',
    asAll: (days: number | null) => `As all workflows: ${kept(days)}`,
    limited: 'For a number of days',
    days: 'Days after the submission ended',
    range: (most: number) => `From 1 to ${most}.`,
    wrong: (most: number) => `A whole number from 1 to ${most}.`,
    failed: 'Nothing was changed',
    keep: (days: number | null) => `Keep ${kept(days)}`,
    save: 'Save',
    leave: 'Change nothing',
  },
  affected: {
    nothing: 'Nothing is deleted any more.',
    notCounted: 'How many submissions this deletes could not be counted',
    counting: 'Counting what this deletes…',
    none: (day: Date) => `No submission ended before ${longDate(day)}, so nothing is deleted now.`,
    /** `more`: there are more than were counted. */
    some: (count: number, more: boolean, day: Date) => {
      const many = plural(count, {
        one: '1 submission',
        other: `${number(count)} submissions`,
      });
      return `${more ? `More than ${many}` : many} that ended before ${longDate(day)} will be deleted within six hours. Nobody can bring them back.`;
    },
  },
};

export type Words = typeof words;
