import type { RJSFSchema } from '@rjsf/utils';

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of answers',
};

export const missing = (label: string) => `${label} is missing.`;

export const notAChoice = (label: string) => `Choose one of the options for ${lower(label)}.`;

export const tooShort = (label: string, least: number) =>
  `${label} needs at least ${least} ${least === 1 ? 'character' : 'characters'}.`;

export const tooLong = (label: string, most: number, length: number) =>
  `${label} may have at most ${most} characters; this has ${length}.`;

export const tooSmall = (label: string, least: number) => `${label} must be ${least} or more.`;

export const tooLarge = (label: string, most: number) => `${label} must be ${most} or less.`;

export const wrongType = (label: string, allowed: string[]) =>
  `${label} must be ${allowed.flatMap((name) => KINDS[name] ?? []).join(' or ')}.`;

export const wrongFormat = (label: string, format: string) => {
  if (format === 'email') return 'Give an e-mail address like name@example.com.';
  if (format === 'uri') return 'Give a web address that starts with https://';
  if (format === 'date') return 'Give a date like 2026-11-24.';
  return `${label} does not have the expected form.`;
};

/** A pattern is no help to a reader, so the example or the field's own help says what fits. */
export const wrongPattern = (label: string, schema: RJSFSchema) => {
  const example = Array.isArray(schema.examples) ? schema.examples[0] : undefined;
  if (typeof example === 'string') return `Give ${lower(label)} like ${example}.`;
  return schema.description
    ? `${label} does not fit: ${lower(schema.description)}`
    : `${label} does not have the expected form.`;
};

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
