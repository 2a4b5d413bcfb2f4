import { plural } from '@/lib/words/plural';

/** Everything that a public form says besides its own questions. */
export const words = {
  effort: (questions: number, minutes: number) =>
    `${plural(questions, { one: `${questions} question`, other: `${questions} questions` })}, about ${plural(
      minutes,
      { one: 'a minute', other: `${minutes} minutes` },
    )}`,
  failed: 'The form was not sent',
  reload: 'Reload the page',
  kept: 'Your answers were kept on this device. {clear}',
  keptPartly: 'Your answers were kept on this device, except the sensitive ones. {clear}',
  clear: 'Clear them',
  sending: 'Sending …',
  afterwards: {
    title: 'What happens when you send it',
    steps: 'Steps after sending',
    note: 'You get a private page that shows each step as it happens. No account is needed.',
  },
  alreadySent: {
    title: 'An earlier try of this form did arrive',
    text: 'Its answers differ from the ones below, so nothing was sent a second time. If you want to send another one, start with an empty form.',
    fresh: 'Start an empty form',
  },
  sent: {
    title: (form: string) => `Sent: ${form}`,
    text: 'Your answers arrived. {link}, which opens in a new tab.',
    link: 'Follow each step on your private page',
  },
  /** A field that people never meet. */
  trap: 'Website',
  summary: (things: number) =>
    plural(things, { one: 'One thing to put right', other: `${things} things to put right` }),
  answer: 'This answer',
  about: (label: string, message: string) => `${label}: ${message}`,
  optional: (label: string) => `${label} (optional)`,
  choose: 'Choose …',
  show: 'Show',
  hide: 'Hide',
  showField: (label: string) => `Show ${label}`,
  hideField: (label: string) => `Hide ${label}`,
  checks: {
    missing: (label: string) => `${label} is missing.`,
    notAChoice: (label: string) => `Choose one of the options for ${lower(label)}.`,
    tooShort: (label: string, least: number) =>
      `${label} needs at least ${plural(least, {
        one: `${least} character`,
        other: `${least} characters`,
      })}.`,
    tooLong: (label: string, most: number, length: number) =>
      `${label} may have at most ${most} characters; this has ${length}.`,
    tooSmall: (label: string, least: number) => `${label} must be ${least} or more.`,
    tooLarge: (label: string, most: number) => `${label} must be ${most} or less.`,
    wrongType: (label: string, kinds: string[]) => `${label} must be ${kinds.join(' or ')}.`,
    like: (label: string, example: string) => `Give ${lower(label)} like ${example}.`,
    unfitting: (label: string, rule: string) => `${label} does not fit: ${lower(rule)}`,
    unexpected: (label: string) => `${label} does not have the expected form.`,
    formats: {
      email: 'Give an e-mail address like name@example.com.',
      uri: 'Give a web address that starts with https://',
      date: 'Give a date like 2026-11-24.',
    } as Record<string, string>,
    kinds: {
      string: 'text',
      number: 'a number',
      integer: 'a whole number',
      boolean: 'yes or no',
      array: 'a list',
      object: 'a group of answers',
    } as Record<string, string>,
  },
  files: {
    unfinished: 'Wait until every file is uploaded, or remove it.',
    anyKind: 'Any file',
    rule: (kinds: string, size: string | null, most: number) =>
      `${kinds}${size ? `, up to ${size}` : ''}${most > 1 ? ` each, at most ${most} files` : ''}.`,
    of: (label: string) => `Files for ${label}`,
    remove: 'Remove{name}',
    uploading: (name: string) => `Uploading ${name}`,
    refused: 'Not taken',
    uploaded: (size: string) => `${size} · uploaded`,
    percent: (part: number) => `${Math.round(part * 100)} %`,
    tooMany: (most: number) => `At most ${most} files fit.`,
    tooLarge: (size: string, most: string) => `This file has ${size}; at most ${most} fit.`,
    told: (name: string, message: string) => `${name}: ${message}`,
    isUploaded: (name: string) => `${name} is uploaded.`,
    wasRemoved: (name = 'The file') => `${name} was removed.`,
    failed: 'The file was not uploaded. Remove it and try again.',
  },
};

export type Words = typeof words;

/** Inside a sentence; what is written in capitals stays so. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
