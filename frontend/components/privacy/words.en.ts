import type { PrivacyRequestOut } from '@/lib/api/model';
import { number, plural } from '@/lib/words/amounts/plural';

const submissions = (count: number) =>
  plural(count, { one: '1 submission', other: `${number(count)} submissions` });

/** What the part about one person's data says. */
export const words = {
  parts: { found: 'What was found', requests: 'Searches' },
  find: {
    label: 'Find a person',
    hint: 'By their e-mail address, or by the reference of what they submitted.',
    example: 'ada@example.com or WB-7K3M9QXD01',
    wrong: 'Neither an e-mail address nor a reference.',
    button: 'Find',
    failed: 'The search did not begin',
  },
  /** How a search stands, in a word. */
  statuses: {
    searching: 'Searching',
    found: 'Found',
    erasing: 'Erasing',
    waiting: 'Waiting',
    erased: 'Erased',
    expired: 'Forgotten',
  },
  /** How a search stands, in one sentence. */
  sentences: {
    searching: ({ looked_at: seen, total }: PrivacyRequestOut) =>
      `Looking: ${number(seen)} of about ${submissions(total)} so far.`,
    found: ({ found }: PrivacyRequestOut) =>
      found === 0 ? 'Nothing is kept about this person.' : `${submissions(found)} found.`,
    erasing: ({ erased, found }: PrivacyRequestOut) =>
      `Erasing: ${number(erased)} of ${submissions(found)} done.`,
    waiting: ({ erased }: PrivacyRequestOut) =>
      `${submissions(erased)} erased. The rest is still on its way.`,
    erased: ({ erased }: PrivacyRequestOut) =>
      `${submissions(erased)} erased. States, times and counts were kept.`,
    expired: () =>
      'A week has passed, so whom this was about is forgotten. Search again if need be.',
  },
  person: {
    loading: 'Loading the search',
    notLoaded: 'The search could not be loaded',
    forgotten: 'A person who is forgotten here',
    waiting: (references: string[]) =>
      `Still on their way, and erased only when they have ended: ${references.join(', ')}.`,
    export: 'Export as JSON',
    columns: {
      workflow: 'Workflow',
      submissions: 'Submissions',
      onTheirWay: 'On their way',
      mentions: 'Mentioned in others',
    },
  },
  erase: {
    ask: 'Erase this person…',
    form: 'Erase this person',
    title: 'What happens',
    consequences: [
      'All answers, and what was sent and answered, are replaced. Nobody can bring them back.',
      'Ids, states, times, counts and the numbers of records in other systems stay.',
      'What is still on its way is delivered first, and erased when it has ended.',
      'What was delivered already stays in those systems: erase it there too.',
      'Backups keep it until they are overwritten.',
    ],
    confirm: (subject: string) => `Type ${subject} to confirm`,
    button: 'Erase for good',
    keep: 'Keep everything',
    failed: 'Nothing was erased',
  },
  requests: {
    title: 'Searches and erasures',
    notLoaded: 'Earlier searches could not be loaded',
    none: {
      title: 'Nobody was looked for yet',
      text: 'When somebody asks what you keep about them, find them above.',
    },
    forgotten: 'Forgotten',
    counts: (found: number, erased: number) => `${found} found, ${erased} erased`,
  },
};

export type Words = typeof words;
