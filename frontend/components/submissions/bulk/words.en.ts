import type { BulkKind, BulkStatus, Decision, SubmissionStatus } from '@/lib/api/model';
import { number, plural } from '@/lib/words/amounts/plural';

const submissions = (count: number) =>
  plural(count, { one: 'one submission', other: `${number(count)} submissions` });
const steps = (count: number) =>
  plural(count, { one: 'one step', other: `${number(count)} steps` });
const kinds: Record<BulkKind, string> = {
  retry: 'Retry now',
  resume: 'Take up again',
  correct: 'Correct an answer',
  resolve: 'Resolve what is unknown',
  cancel: 'Cancel',
};
const decisions: Record<Decision, string> = {
  delivered: 'They arrived',
  resend: 'They did not arrive: send them again',
  give_up: 'Leave them: they fail',
};
const statuses: Record<SubmissionStatus, string> = {
  accepted: 'accepted',
  delivering: 'in transit',
  needs_attention: 'need you',
  succeeded: 'delivered',
  failed: 'failed, and taken up before or erased',
  cancelled: 'cancelled, and taken up before or erased',
};

/** What the actions on many submissions and their files say. */
export const words = {
  kinds,
  bar: {
    label: 'What to do with the selected submissions',
    chosen: (count: number) =>
      plural(count, { one: 'One selected', other: `${number(count)} selected` }),
    most: (count: number) => `More than ${number(count)} selected`,
    everything: 'Everything that matches is selected',
    clear: 'Clear the selection',
    actions: 'Actions',
    ask: (kind: BulkKind) => `${kinds[kind]}…`,
    export: 'Export…',
    forbidden: 'Operators can act on submissions; you can export them.',
  },
  dialog: {
    meaning: {
      retry:
        'Steps that wait for their next try are tried now. Limits and pauses of their connections still hold.',
      resume:
        'Each failed or cancelled submission goes on as a new one, from the step that failed. What had succeeded is brought along.',
      correct:
        'One answer is replaced in each failed or cancelled submission, which then goes on as a new one. Each form checks the answer; what it refuses is left as it is.',
      resolve:
        'You say what became of the steps whose outcome nobody knows. Look at the destination first.',
      cancel:
        'Nothing more is sent of them. A step that is being sent at this moment still ends by itself, and what was delivered stays there.',
    } satisfies Record<BulkKind, string>,
    newest: 'Follow the newest version of their workflow',
    field: {
      label: 'Answer to correct',
      placeholder: 'Choose a question',
      loading: 'Reading the questions…',
      failed: 'The questions could not be read',
      none: 'None of the selected submissions can be taken up again with another answer.',
      has: (count: number) => `${submissions(count)} with this question`,
      choose: 'Choose an answer',
      value: 'New answer',
      values: 'New answers',
      clear: 'Take the answer out',
      yes: 'Yes',
      no: 'No',
      look: 'Check it',
      sensitive: 'Sensitive: it is stored encrypted and shown masked.',
    },
    decision: {
      legend: 'What did you find?',
      options: decisions,
      record: 'Their number at the destination, if they share one',
      note: 'Note',
    },
    looking: 'Looking at what this would do…',
    failed: 'It could not be looked at',
    notStarted: 'It was not started',
    pace: {
      legend: 'Pace',
      perSecond: (rate: number) => `${number(rate)} a second`,
      all: 'As fast as possible',
    },
    start: (kind: BulkKind, count: number) =>
      ({
        retry: `Retry ${submissions(count)}`,
        resume: `Take up ${submissions(count)}`,
        correct: `Correct ${submissions(count)}`,
        resolve: `Resolve ${submissions(count)}`,
        cancel: `Cancel ${submissions(count)}`,
      })[kind],
    leave: 'Do nothing',
  },
  preview: {
    label: 'What this would do',
    nothing: {
      retry: 'None of them has a step that waits for its next try.',
      resume: 'None of them failed or was cancelled, or each was taken up again already.',
      correct: 'None of them failed or was cancelled, or each was taken up again already.',
      resolve: 'None of them has a step whose outcome is unknown.',
      cancel: 'Each of them has ended already.',
    } satisfies Record<BulkKind, string>,
    treats: (count: number, selected: number) =>
      count === selected
        ? plural(count, {
            one: 'The one that you selected.',
            other: `All ${number(count)} that you selected.`,
          })
        : `${number(count)} of ${number(selected)} that you selected.`,
    more: (count: number) =>
      `More match. One action treats ${number(count)}: the oldest. Do it again for the others.`,
    fixed: 'Exactly these, as of now: what changes later is not added.',
    left: 'Left as they are:',
    leftAs: (count: number, status: string) =>
      `${number(count)} ${statuses[status as SubmissionStatus] ?? status}`,
    sends: (count: number) =>
      plural(count, { one: 'One step is sent.', other: `${number(count)} steps are sent.` }),
    sendsNothing: 'Nothing is sent.',
    effects: {
      keyed: (count: number) => `${steps(count)} with a key: the destination takes each once`,
      readable: (count: number) =>
        `${steps(count)} that can be looked up at the destination before they are repeated`,
      blind: (count: number) => `${steps(count)} blind: the destination cannot tell a repetition`,
      unknown: (count: number) => `${steps(count)} of an action that this release does not know`,
    } as Record<string, (count: number) => string>,
    duplicates: (count: number) =>
      plural(count, {
        one: 'One step may have arrived before, and would be there twice.',
        other: `${number(count)} steps may have arrived before, and would be there twice.`,
      }),
    recognized: (count: number) =>
      plural(count, {
        one: 'One step may have arrived before. The destination recognizes it, so it is not doubled.',
        other: `${number(count)} steps may have arrived before. The destination recognizes them, so none is doubled.`,
      }),
    tried: (refused: number, tried: number) =>
      refused === 0
        ? `Checked against their form: ${plural(tried, { one: 'it passes', other: `${number(tried)} pass` })}.`
        : `${number(refused)} of ${number(tried)} that were checked against their form would be left as they are:`,
    takes: (time: string) => `Takes ${time}.`,
  },
  time: {
    moment: 'a moment',
    minutes: (count: number) =>
      plural(count, { one: 'about a minute', other: `about ${number(count)} minutes` }),
    hours: (count: number) =>
      plural(count, { one: 'about an hour', other: `about ${number(count)} hours` }),
  },
  list: {
    title: 'Bulk actions',
    lead: 'What was done to many submissions at once: by whom, how far it is, and what became of each of them. One begins with a selection in the list.',
    back: 'Submissions',
    loading: 'Loading the bulk actions',
    failed: 'The bulk actions could not be loaded',
    empty: {
      title: 'No bulk action yet',
      next: 'Select submissions in the {list}, then choose what to do with them.',
      list: 'list',
    },
    what: 'bulk actions',
    columns: {
      action: 'Action',
      state: 'State',
      done: 'Done',
      left: 'Left',
      by: 'By',
      started: 'Started',
    },
    progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  },
  statuses: {
    draft: 'Not started',
    running: 'Running',
    stopped: 'Stopped',
    done: 'Finished',
  } satisfies Record<BulkStatus, string>,
  progress: {
    title: 'Bulk action',
    lead: 'It treats one submission after the other, at the rate that was asked for. This page follows by itself. You may close it: the work goes on, and you are told when it ends.',
    asked: 'What was asked',
    loading: 'Loading the bulk action',
    failed: 'The bulk action could not be loaded',
    unknown: {
      title: 'There is no such bulk action',
      text: 'It may belong to another organization, or its address is not complete.',
    },
    all: 'All bulk actions',
    said: (handled: number, total: number) =>
      `${number(handled)} of ${plural(total, { one: 'one submission', other: `${number(total)} submissions` })}`,
    remaining: (time: string) => `${time} to go`,
    waiting: 'A worker takes it up within seconds.',
    stop: 'Stop',
    stopFailed: 'It could not be stopped',
    stopped: 'Stopped. What was done stays done.',
    finished: (done: number, refused: number) =>
      refused === 0
        ? `Finished: ${submissions(done)} treated.`
        : `Finished: ${submissions(done)} treated, ${number(refused)} left as they are.`,
    facts: {
      by: 'Started by',
      started: 'Started',
      ended: 'Ended',
      pace: 'Pace',
      newest: 'Version',
      newestText: 'The newest of their workflow',
      field: 'Answer',
      decision: 'Decision',
    },
    decisions,
    pace: (rate: number) => `${number(rate)} submissions a second at most`,
    bar: 'How far it is',
  },
  outcomes: {
    title: 'What became of them',
    tabs: {
      refused: (count: number) => `Left as they are (${number(count)})`,
      done: (count: number) => `Done (${number(count)})`,
      pending: (count: number) => `To come (${number(count)})`,
      stopped: (count: number) => `Not done (${number(count)})`,
    },
    loading: 'Loading what became of them',
    failed: 'What became of them could not be loaded',
    none: {
      refused: 'None was left as it is.',
      done: 'None is done yet.',
      pending: 'None is left to do.',
    },
    expired: 'What became of each submission is kept for 90 days.',
    what: 'submissions',
    columns: {
      reference: 'Reference',
      about: 'About',
      state: 'State now',
      reason: 'Why it was left',
    },
    wentOn: 'went on as {reference}',
    gone: 'No longer kept',
    wayOn:
      'It was stopped before these. To go on, choose them in {list} and start again. A text that was searched for is not kept.',
    wayOnList: 'the list with the same filters',
    nameless: '—',
  },
  export: {
    title: (count: string) => `Export ${count}`,
    everything: 'submissions',
    some: submissions,
    most: (count: number) => `more than ${number(count)} submissions`,
    format: {
      legend: 'Format',
      csv: 'CSV, for any spreadsheet',
      xlsx: 'Excel (XLSX), up to 50,000 submissions',
      jsonl: 'JSON Lines, for programs',
    },
    columns: {
      legend: 'Columns',
      always: 'Reference, state, times, workflow, version, subject and problem are always there.',
      answers: 'Answers, each under its question',
      steps: 'State and reference of each step',
    },
    reveal: {
      label: 'Show sensitive answers',
      text: 'The audit log notes for each submission that you saw them.',
    },
    masked: 'Sensitive answers are masked.',
    tooMany:
      'Too many are selected one by one. Select everything that matches, and narrow the list with filters.',
    download: 'Download',
    leave: 'Close',
    audited: 'The audit log notes this export.',
  },
};

export type Words = typeof words;
