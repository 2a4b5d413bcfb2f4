import type { ActionOutEffect } from '@/lib/api/model';
import { tag } from '@/lib/words/languages';
import { number, plural } from '@/lib/words/amounts/plural';

type Unit = 'day' | 'hour' | 'minute' | 'second';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });
const listed = (names: readonly string[]) =>
  new Intl.ListFormat(tag(), { type: 'conjunction' }).format(names);
const quoted = (names: readonly string[]) => listed(names.map((each) => `“${each}”`));

const span = (count: number, unit: Unit) =>
  ({
    day: counted(count, 'day', 'days'),
    hour: counted(count, 'hour', 'hours'),
    minute: counted(count, 'minute', 'minutes'),
    second: `${number(count)} s`,
  })[unit];

const effects: Record<ActionOutEffect, string> = {
  keyed: 'If its answer is lost, it is sent again safely.',
  readable: 'If its answer is lost, Waybill looks whether it arrived before it sends again.',
  blind: 'If its answer is lost, a person decides what to do.',
};

/** What the steps of the editor say. */
export const words = {
  effects,
  add: {
    open: 'Add a step',
    behind: (name: string) => `Add a step after “${name}”`,
    first: 'Add a step right after the form',
    title: 'What shall happen?',
  },
  choose: {
    search: 'Search',
    hint: 'A system, or what it shall do: customer, mail, order …',
    // Whoever looks for one of these also finds what says another of the same line.
    alike:
      'order sale purchase, customer client party contact, mail e-mail email message, lead enquiry opportunity, ticket request issue',
    found: (count: number) => counted(count, 'thing that can be done', 'things that can be done'),
    unmatched: 'No connected system does this. Try another word, or connect another system.',
    none: 'No system is connected yet.',
    failed: 'The connected systems could not be loaded',
    more: 'Connect another system',
    moreHint: 'It opens in a new tab. What you connect there appears here when you come back.',
    ask: 'An admin of your organization connects systems.',
  },
  pane: {
    gone: 'This step is not there any more. Choose another one on the route.',
    sends: 'What it sends',
    when: 'When',
    after: 'After what',
    people: 'What people read',
  },
  system: {
    system: 'System',
    systemHint: (kind: string) => `Connections of ${kind}`,
    action: 'What it does there',
    other: 'Another system …',
    otherTitle: 'What shall this step do?',
    look: 'See the connection',
    goneTitle: 'The system of this step is not there',
    gone: (slug: string) =>
      `This step goes to “${slug}”, which this organization does not have, or no more. Everything that you wrote is kept. Choose where it goes instead.`,
    instead: (name: string) => `Use ${name}`,
    unknownTitle: 'The system does not know this action',
    unknown: (kind: string, action: string) =>
      `${kind} has no action “${action}”. Everything that you wrote is kept. Choose what the step does instead.`,
    extra: (action: string, count: number) =>
      `“${action}” does not take ${plural(count, { one: 'this', other: 'these' })}:`,
    extraKept: 'It is kept until you take it out, so you can still go back.',
    takeOut: 'Take out',
  },
  when: {
    label: 'Only when',
    hint: 'Without a condition the step is always taken.',
    skipped: (names: string[]) =>
      `When it is not needed, ${quoted(names)} ${plural(names.length, { one: 'is', other: 'are' })} skipped too.`,
  },
  after: {
    atOnce: 'It begins as soon as the form is sent.',
    afterOne: (name: string) => `It begins when “${name}” has ended.`,
    afterAll: (names: string[]) => `It begins when all of these have ended: ${quoted(names)}.`,
    rule: 'If one of them fails for good, this step is skipped. If all of them were skipped, it is skipped too.',
    choose: 'It waits for',
    chooseHint: 'Steps that wait for this one cannot be chosen: they would wait for each other.',
    nothing: 'There is no other step that it could wait for.',
    missing: (key: string) => `“${key}”, which is not there`,
    reads: (name: string) =>
      `This step uses what “${name}” gives. It is only known when this step waits for it.`,
    keep: 'Keep waiting',
    clear: 'Do not wait, and empty what uses it',
    leave: 'Do not wait, I will change it myself',
  },
  reading: {
    input: (name: string) => `what it sends as “${name}”`,
    when: 'its condition',
    ordering: 'what goes one at a time',
    of: (name: string, parts: string[]) => `“${name}”: ${listed(parts)}`,
  },
  people: {
    hint: 'Who submitted sees these on the page that follows the submission.',
    title: 'While it is being done',
    titleHint: 'Such as: Creating the customer',
    done: 'When it is done',
    doneHint: 'Empty: the words of the action.',
    inLanguage: (label: string, language: string) => `${label} (${language})`,
    insert: 'Insert',
    insertInto: (what: string, label: string) => `Insert ${what} into “${label}”`,
    named: {
      system: 'the system’s name',
      record: 'the number there',
      subject: 'what was submitted',
    },
    another: 'an expression',
  },
  more: {
    title: 'More: tries, speed, order, key',
    between: (least: number, most: number) => `A number from ${number(least)} to ${number(most)}.`,
    above: (most: number) => `A number above 0, up to ${number(most)}.`,
    whole: (least: number, most: number) =>
      `A whole number from ${number(least)} to ${number(most)}.`,
    usual: (value: number) => `Empty: ${number(value)}`,
    retry: 'When it does not work',
    base: 'First wait, in seconds',
    baseHint: 'Before the second try.',
    factor: 'How many times longer each wait is',
    factorHint: '3: three times as long as the one before.',
    cap: 'Longest wait, in seconds',
    capHint: '86,400 is a day.',
    tries: 'Tries in all',
    triesHint: 'With the first one.',
    never: 'It is tried once, and not again.',
    schedule: (waits: string[], last: string | null, tries: number, total: string) =>
      `It is tried again after at most ${waits.join(', ')}${last ? ` … ${last}` : ''}: up to ${number(tries)} tries in at most ${total}. Each wait is random up to that, so that not all come back at once.`,
    tooLong: 'The first wait is longer than the longest one.',
    span,
    speed: 'Speed',
    timeout: 'Wait for an answer, in seconds',
    timeoutHint: 'After that the answer counts as lost.',
    queue: 'Urgency',
    queueHint: 'Each has its own workers, so that much of one does not delay the others.',
    queues: {
      critical: 'Urgent: before all else',
      default: 'As usual',
      bulk: 'Can wait: large amounts',
    },
    ordering: 'One at a time per',
    orderingHint:
      'Submissions with the same text here go to this system one after the other, as they came in. Empty: all at once.',
    advanced: 'Advanced',
    key: 'Key',
    keyHint:
      'What the document calls the step. Small letters, digits and _, beginning with a letter. Everything that waits for it or uses what it gives is changed too.',
    keyWrong: 'Only small letters, digits and _, beginning with a letter, at most 50.',
    keyTaken: 'Another step has this key.',
    rename: 'Change the key',
  },
  menu: {
    label: (name: string) => `What can be done with “${name}”`,
    up: 'Move up',
    down: 'Move down',
    duplicate: 'Duplicate',
    remove: 'Remove …',
  },
  remove: {
    title: (name: string) => `Remove “${name}”?`,
    read: 'What it gives is used here, and must be chosen anew:',
    bridge: (names: string[], before: string[]) =>
      `${quoted(names)} ${plural(names.length, { one: 'waits', other: 'wait' })} for ${quoted(before)} instead`,
    free: (names: string[]) =>
      `${quoted(names)} ${plural(names.length, { one: 'waits', other: 'wait' })} for it, and will not any more.`,
    undo: 'You can undo this.',
    do: 'Remove the step',
    leave: 'Keep it',
  },
  route: {
    label: 'Steps',
    none: 'There is no step yet: nothing is sent anywhere.',
    faults: (count: number) => counted(count, 'problem', 'problems'),
    afterForm: 'After the form',
    after: (names: string[]) => `After ${quoted(names)}`,
    onlyWhen: (condition: string) => `Only when ${condition}`,
    doing: (system: string, action: string) => `${system}: ${action}`,
    noSystem: (slug: string) => `“${slug}” is not there`,
    drag: (name: string) => `Move “${name}”`,
    sortable: 'can be moved',
    help: 'Press space or enter to pick the step up, the arrow keys to move it, space or enter to put it down, and escape to leave it. With Alt and the arrow up or down it moves at once.',
    picked: (name: string) => `“${name}” is picked up.`,
    over: (name: string, place: number, all: number) =>
      `“${name}” is at place ${number(place)} of ${number(all)}.`,
    put: (name: string, place: number) => `“${name}” stands at place ${number(place)}.`,
    left: (name: string) => `“${name}” stays where it was.`,
  },
};

export type Words = typeof words;
