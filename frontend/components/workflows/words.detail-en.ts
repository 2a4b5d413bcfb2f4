import { number, plural } from '@/lib/words/plural';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

/** What the page of one workflow says. */
export const words = {
  head: 'The workflow',
  failed: 'The workflow could not be loaded',
  unknown: {
    title: 'There is no such workflow',
    text: 'It was renamed or deleted, or it belongs to another organization. The list has those that there are.',
  },
  made: {
    live: (name: string) => `“${name}” is live.`,
    draft: (name: string) => `“${name}” is kept as a draft. It takes nothing yet.`,
  },
  route: 'What happens to a submission',
  routeFailed: 'The steps could not be loaded',
  noSteps: 'The draft cannot be read yet: its steps are not known.',
  after: (titles: string[]) => `after ${titles.map((each) => `“${each}”`).join(', ')}`,
  onlyIf: 'only if',
  form: 'The form',
  programs: 'Submitting',
  notLive: 'Nothing is live: it takes no submissions.',
  noPage: 'It has no form: only programs submit to it.',
  api: 'Programs send to {address}, with an API key. {docs}',
  docs: 'Its own documentation',
  embed: {
    title: 'Put it into your own page',
    text: 'First name your site under “Protection of the form”. Then put this where the form is to stand:',
    label: 'HTML of the form',
    copy: 'Copy the HTML',
  },
  draft: {
    title: 'Changes that are not live',
    text: (version: number) =>
      `Version ${version} takes submissions. Publishing makes these changes live for new ones; those under way finish as they began.`,
    first:
      'This workflow was saved and takes nothing yet. Publishing opens its form and lets programs submit.',
    publish: 'Publish',
    discard: 'Drop the changes…',
    sure: 'Drop them for good',
    faults: (count: number) =>
      `${counted(count, 'thing keeps', 'things keep')} it from being published`,
  },
  changes: {
    label: 'What changes',
    none: 'Nothing that matters to submissions.',
    failed: 'What changes could not be loaded',
  },
  versions: {
    title: 'Versions',
    loading: 'Loading the versions',
    failed: 'The versions could not be loaded',
    columns: {
      number: 'Version',
      state: 'State',
      published: 'Published',
      why: 'What changed',
      actions: 'Actions',
    },
    number: (version: number) => `Version ${version}`,
    live: 'Live',
    replaced: 'Replaced',
    by: (name: string) => `by ${name}`,
    restores: (version: number) => `Brings back version ${version}.`,
    first: 'The first one',
    changed: (version: number) => `Compared with version ${version}`,
    empty: {
      title: 'Never published',
      text: 'Publishing the draft makes version 1.',
    },
    restore: {
      choose: 'Publish again…',
      chooseOf: (version: number) => `Publish again… version ${version}`,
      title: (version: number) => `Back to version ${version}`,
      text: 'What it says becomes a new version, live at once. Submissions under way finish on theirs. A draft stays as it is.',
      faults: 'It cannot be published any more as it is',
      do: (version: number) => `Publish version ${version} again`,
      done: (version: number, made: number) =>
        `What version ${version} says is live as version ${made}.`,
    },
  },
  protection: {
    title: 'Protection of the form',
    lead: 'Against programs that fill in forms. It holds for all versions, within half a minute.',
    notLoaded: 'The protection could not be loaded',
    failed: 'Nothing was changed',
    honeypot: 'A trap that people do not see',
    honeypotHint: 'Whoever fills in a hidden field is refused. It costs visitors nothing.',
    proof: 'A task for the browser',
    proofHint: 'About a second of computing before sending. It needs JavaScript.',
    seconds: 'Shortest time to fill it in',
    secondsHint: 'Seconds from opening to sending, 0 to 60. 0: any.',
    origins: 'Sites that may show the form',
    originsHint:
      'One a line, as the browser shows it. Empty: it may be sent from anywhere, and stands in no other page.',
    originsExample: 'https://www.example.com',
    save: 'Save',
    saved: 'Saved.',
  },
};

export type Words = typeof words;
