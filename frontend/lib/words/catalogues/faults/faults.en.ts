import type { FaultCode } from '@/lib/api/model';
import { documents } from './catalogue/documents.en';
import { expressions } from './catalogue/expressions.en';
import { number } from '../../amounts/plural';
import { languageName } from '../../languages';
import { list, quoted, text, type Params } from './params';

const quote = (value: unknown) => `“${text(value)}”`;
const KINDS: Record<string, string> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'yes or no',
  scalar: 'a text or a number',
  listof: 'a list',
  mapof: 'several values with names',
  record: 'several values with names',
};
const kind = (needed: unknown) => KINDS[text(needed)] ?? 'something else';
const limit = (value: unknown) => number(Number(value));

/** What is wrong with a definition, by the API's codes. */
export const faults: Record<FaultCode, (params: Params) => string> = {
  ...documents,
  ...expressions,
  address_taken: ({ address }) =>
    `Another form has the address ${quote(address)} already. Choose another one.`,
  at_least: (params) => `Use ${limit(params.limit)} or more.`,
  at_most: (params) => `Use ${limit(params.limit)} or less.`,
  choices_empty: () => 'A choice needs at least one answer to offer.',
  choices_twice: ({ value }) => `Two choices are stored as ${quote(value)}. Give each its own.`,
  circle: ({ steps }) =>
    `These steps wait for each other for ever: ${list(steps).join(' → ')}. Let one of them not wait.`,
  computes_nothing: () =>
    'Nothing is computed here. This text is shown as it is, so write it without ${{ }}.',
  condition_expected: () => 'A condition is needed here.',
  condition_no_truth: () => 'This is no condition: it must give true or false.',
  empty: () => 'This is empty. Write something.',
  greater_than: (params) => `Use more than ${limit(params.limit)}.`,
  input_misfit: ({ needed }) => `What was chosen does not fit: ${kind(needed)} is needed.`,
  input_needed: () => 'Needed: choose what to send.',
  input_unknown: ({ key }) => `The system does not take ${quote(key)} here. Take it out.`,
  input_wrong_kind: ({ needed }) => `Here ${kind(needed)} is needed.`,
  keys_expected: () => 'Keys with their values belong here, indented below this one.',
  key_form: () =>
    'A key has small letters, digits and _, begins with a letter and is not longer than 50 characters.',
  key_needed: ({ key }) => `${quote(key)} is needed here.`,
  key_unknown: ({ key, near }) =>
    near
      ? `${quote(key)} is not known here. Is ${quote(near)} meant? It stays until you change it in the YAML.`
      : `${quote(key)} is not known here: it may be misspelt, or of a newer release. It stays until you change it in the YAML.`,
  kind_missing: () => 'The kind of this question is missing.',
  kind_not_in_rows: () =>
    'A question of this kind cannot be asked in rows. Ask it outside of them.',
  kind_unknown: (params) =>
    `${quote(params.kind)} is no kind of question that is known here: it may be of a newer release. It stays as it is.`,
  language_unknown: ({ language }) =>
    `The form is not asked in this language: ${languageName(text(language))}. Add it to the form’s languages, or leave this text out.`,
  less_than: (params) => `Use less than ${limit(params.limit)}.`,
  list_expected: () => 'A list is needed here.',
  mail_needs_email: () => 'A link by e-mail needs a question for an e-mail address. Add one.',
  may_be_missing: () => 'This may be missing. Say what to send without it.',
  needs_itself: () => 'A step cannot wait for itself.',
  needs_twice: ({ step }) => `It waits for ${quote(step)} twice.`,
  never_runs: () => 'This step can never run: its condition never holds. Take the step out.',
  not_in_text: () => 'This value cannot stand inside a text. Make a text of it first.',
  no_action: ({ system, action }) => `${text(system)} has no action ${quote(action)}.`,
  no_connection: ({ connection }) =>
    `This organization has no connection ${quote(connection)}. Choose another one.`,
  no_list: (params) => `${text(params.system)} has no list ${quote(params.list)}.`,
  no_lists: ({ system }) =>
    `${text(system)} has no lists to choose from. Write the choices here instead.`,
  no_question: ({ key }) => `The form has no question ${quote(key)}.`,
  no_step: ({ step }) => `There is no step ${quote(step)}.`,
  number_expected: () => 'A number is needed here.',
  one_of: ({ options }) => `Use one of ${list(options).join(', ')}.`,
  on_no_page: () => 'This question stands on no page. Move it to one.',
  on_page_already: ({ key }) => `The question ${quote(key)} stands on another page already.`,
  optional_answer: () => 'This answer is optional. Say what to send without it.',
  sensitive_shown: ({ answers }) =>
    `Sensitive answers would be seen here: ${quoted(answers, quote)}. Leave them out.`,
  site_not_allowed: ({ site }) =>
    `The site ${text(site)} is not allowed for this form. Allow it in the protection of the form first.`,
  slug_form: () => 'Use small letters, digits and single hyphens, such as new-customer.',
  slug_reserved: ({ name }) => `${quote(name)} is reserved. Choose another name.`,
  text_expected: () => 'A text is needed here.',
  text_missing: ({ languages }) =>
    `This text is missing in ${list(languages).map(languageName).join(', ')}.`,
  too_few: ({ least }) => `At least ${limit(least)} are needed here.`,
  too_long: (params) => `At most ${limit(params.limit)} characters are possible here.`,
  too_many: ({ most }) => `At most ${limit(most)} are possible here.`,
  truth_expected: () => 'Here only true or false is possible.',
  use_form: () => 'Choose a connected system and what it does.',
  whole_number_expected: () => 'A whole number is needed here.',
  words_unknown: ({ name }) => `${quote(name)} is not known in this text.`,
};
