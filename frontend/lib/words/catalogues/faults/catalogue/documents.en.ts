import type { FaultCode } from '@/lib/api/model';
import { number } from '../../../amounts/plural';
import { text, type Params } from '../params';

type Sentence = (params: Params) => string;

const quote = (value: unknown) => `“${text(value)}”`;
const count = (value: unknown) => number(Number(value));

/** What is wrong with the text of a definition, or with rare settings, by the API's codes. */
export const documents = {
  character_unstorable: () => 'A character in this text cannot be stored. Take it out.',
  choices_or_from: () =>
    'Choices are either written here or read from a system. Take one of both out.',
  closes_first: () =>
    'The form closes before it opens, so it would never be open. Choose a later end.',
  contrast_low: ({ contrast, least }: Params) =>
    `White text on this colour is hard to read: its contrast is ${count(contrast)} to 1, and ${count(least)} are needed. Choose a darker colour.`,
  currency_unknown: ({ currency }: Params) =>
    `${quote(currency)} is no currency. Write its three letters, such as EUR.`,
  day_unknown: () => 'There is no such day. Write 2026-12-31, today or today+14.',
  document_empty: () => 'The document is empty.',
  document_large: () => 'The document is larger than 1 MiB.',
  document_several: () => 'Only one document can stand here, without a second “---”.',
  email_form: () => 'This is no e-mail address.',
  files_sensitive: () =>
    'Files need no mark as sensitive: only those who may read sensitive answers get them.',
  first_wait_long: ({ first, longest }: Params) =>
    `The first wait (${count(first)} s) is longer than the longest (${count(longest)} s). Change one of them.`,
  form_unexpected: () => 'This does not have the expected form.',
  group_sensitive: ({ key }: Params) =>
    `${quote(key)} alone cannot be sensitive in a group. Make the whole group sensitive.`,
  key_twice: ({ key }: Params) => `The key ${quote(key)} is there twice.`,
  length_crossed: () => 'The least length is more than the most. No answer could be both.',
  limits_crossed: () => 'The least is more than the most. No answer could be both.',
  mapping_expected: () => 'A definition has the keys workflow, name, form and steps.',
  number_large: (params: Params) =>
    `${quote(params.number)} is a number that cannot be stored. Put it into quotes to make it a text.`,
  pattern_broken: () => 'This is no pattern.',
  pattern_stands_alone: (params: Params) =>
    `${quote(params.text)} stands alone in the pattern. Write a backslash in front of it.`,
  pattern_unlike: (params: Params) =>
    `${quote(params.text)} is not read alike everywhere. Write the pattern with plain characters, classes such as [A-Za-z] and (?:…).`,
  region_unknown: ({ region }: Params) =>
    `No phone numbers are known of the region ${quote(region)}. Write two letters, such as AT.`,
  value_expected: () => 'A text, a number, true or false is needed here.',
  values_many: ({ most }: Params) => `The document has more than ${count(most)} values.`,
  yaml_not_taken: () =>
    'This sign of YAML cannot be used in a definition. Write the values out instead.',
  yaml_wrong: ({ format, detail }: Params) =>
    `This cannot be read as ${text(format)}: ${text(detail)}.`,
  zone_unknown: ({ zone }: Params) =>
    `${quote(zone)} is no time zone. Write one such as Europe/Vienna.`,
} satisfies Partial<Record<FaultCode, Sentence>>;
