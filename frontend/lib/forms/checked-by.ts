import type { FormErrors } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { config, type $ZodRawIssue, type $ZodType } from 'zod/v4/core';
import { words } from './words';

type Judged = Parameters<typeof zod4Resolver>[0];

// Without compiling what it checks: our content security policy allows no code from texts.
config({ jitless: true, customError: sentence });

/**
 * A Mantine form's `validate` by what the API itself takes: a schema of `lib/api/zod`.
 * Import the file of one tag, so that a page loads no other.
 */
export function checkedBy(schema: $ZodType): (values: unknown) => FormErrors {
  const check = zod4Resolver(schema as unknown as Judged, { errorPriority: 'first' });
  return (values) => check(values as Parameters<typeof check>[0]);
}

/** Why a value is refused, in the language that is spoken. */
function sentence(issue: $ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue.input);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return issue.input === '' ? words.needed : ofFormat(issue.format, issue.pattern ?? '');
    case 'invalid_value':
      return words.choice;
    case 'unrecognized_keys':
      return words.unknown;
    case 'invalid_union':
      return issue.errors?.[0]?.[0]?.message ?? words.wrong;
    default:
      return words.wrong;
  }
}

function ofType(expected: string, input: unknown): string {
  if (input === undefined || input === null || input === '') return words.needed;
  if (expected === 'int') return words.whole;
  if (expected === 'number') return words.number;
  return expected === 'string' ? words.text : words.wrong;
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return words.longer(least);
  if (origin === 'array' || origin === 'set') return words.more(least);
  return inclusive ? words.least(least) : words.above(least);
}

function tooBig(origin: string, most: number, inclusive: boolean): string {
  if (origin === 'string') return words.shorter(most);
  if (origin === 'array' || origin === 'set') return words.fewer(most);
  return inclusive ? words.most(most) : words.below(most);
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

function ofFormat(format: string, pattern: string): string {
  if (format === 'email') return words.email;
  if (format === 'url') return words.url;
  if (format === 'datetime') return words.date;
  return pattern.includes(SLUG) ? words.slug : words.pattern;
}
