import type { FaultCode } from '@/lib/api/model';
import { number } from '../../../amounts/plural';
import { list, text, type Params } from '../params';

type Sentence = (params: Params) => string;

const quote = (value: unknown) => `“${text(value)}”`;
const KINDS: Record<string, string> = {
  bool: 'yes or no',
  int: 'a whole number',
  double: 'a number',
  string: 'a text',
  bytes: 'bytes',
  null: 'nothing',
  timestamp: 'a point in time',
  duration: 'a duration',
  list: 'a list',
  map: 'several values with names',
  message: 'several values with names',
  type: 'a kind',
  optional: 'a value that may be missing',
};
const kinds = (names: unknown) =>
  list(names)
    .map((name) => KINDS[name] ?? 'a value of unknown kind')
    .join(' and ') || 'nothing';
const quotes = (names: unknown) => list(names).map(quote).join(', ');
const meant = (near: unknown) => (text(near) ? ` Is ${quote(near)} meant?` : '');
const known = (options: unknown) => (list(options).length ? ` There is ${quotes(options)}.` : '');

/** What is wrong with an expression, by the API's codes. */
export const expressions = {
  absent_read: ({ path }: Params) =>
    `${quote(path)} may be missing. Say what to use without it, such as coalesce(${text(path)}, '…').`,
  argument_count: (params: Params) =>
    `${quote(params.function)} takes another number of values than are written here.`,
  brackets_forbidden: () => 'Name a field after a dot, as in input.email, and not in brackets.',
  branches_differ: (params: Params) =>
    `Before “?” belongs a condition, and both values after it are of one kind. Here they are ${kinds(params.kinds)}.`,
  character_forbidden: () => 'A character here cannot be in an expression. Take it out.',
  character_unreadable: (params: Params) =>
    `${quote(params.text)} cannot be read here. Texts stand in quotes.`,
  comment_cuts: () =>
    'In YAML “ #” begins a comment, so the text ends here. Put the text into quotes, or into a block below “|”.',
  condition_fails: () => 'This condition cannot be computed. Change it.',
  expression_empty: () => 'There is no expression between the braces. Write one.',
  expression_ends: () => 'Something is still missing at the end of the expression.',
  expression_refused: ({ at, detail }: Params) =>
    `The expression cannot be read${at === undefined ? '' : ` from character ${number(Number(at))} on`}: ${text(detail)}.`,
  expression_unreadable: () => 'The expression cannot be read from here on.',
  field_unknown: ({ path, near, options }: Params) =>
    `There is no ${quote(path)}.${meant(near)}${known(options)}`,
  function_changes: (params: Params) =>
    `There is no function ${quote(params.function)}: a step that is tried again sends the same, so nothing here changes by itself.`,
  function_misfit: (params: Params) =>
    `${quote(params.function)} cannot be used with ${kinds(params.kinds)}.${text(params.example) ? ` It is written ${quote(params.form)}, as in ${quote(params.example)}.` : ''}`,
  function_unknown: (params: Params) =>
    `There is no function ${quote(params.function)}.${meant(params.near)}`,
  has_needs_field: () => 'Between the brackets of “has” belongs a field, as in has(input.phone).',
  lists_too_deep: ({ most }: Params) =>
    `Lists and values with names stand in each other more than ${number(Number(most))} deep.`,
  macro_needs_name: () => 'Here a name comes first, as in input.lines.map(line, line.total).',
  may_be_skipped: ({ path }: Params) =>
    `The step may be skipped. Say what to use then, such as has(${text(path)}) ? … : ….`,
  maybe_nothing: () =>
    'This may give nothing. Say what to use then, or let the question be optional.',
  misplaced: (params: Params) => `${quote(params.text)} does not belong here.`,
  name_unknown: ({ name, near, options }: Params) =>
    `There is nothing called ${quote(name)} here.${meant(near)}${known(options)}`,
  nested_too_deeply: () =>
    'This is nested too deeply, or joins too many texts with +. Write it as a text with ${{ }} in it.',
  not_a_list: () => 'This is no list, so one cannot go through it.',
  not_above: ({ path }: Params) =>
    `${quote(path)} is not asked above. Only answers above can be used here.`,
  not_available: ({ name }: Params) => `${quote(name)} does not exist in Waybill.`,
  not_sendable: ({ kind }: Params): string =>
    kind === 'bytes'
      ? 'Bytes cannot be sent. Make a text of them with base64.encode(…) or string(…).'
      : 'The kind of a value cannot be sent. Compare it, as in type(x) == string.',
  object_form: () => "Values with names are written as {'name': value}.",
  object_key: () => 'The name of a value is a text, not true or false.',
  one_expression: () => 'Only one expression can stand here, with nothing around it.',
  operator_misfit: (params: Params) =>
    `${quote(params.operator)} cannot be used with ${kinds(params.kinds)}.`,
  part_missing: (params: Params) => `${quote(params.text)} is missing here.`,
  pattern_not_written: () => 'The pattern of “matches” must be written out as a text.',
  pattern_wrong: () => 'The pattern of “matches” is no regular expression (RE2).',
  quote_open: () => 'This text has no quote that closes it.',
  step_not_before: ({ step }: Params) =>
    `The step ${quote(step)} cannot be read here: only steps that are done before can.`,
  too_costly: () =>
    'This may take too long when lists are as long as they may be. Go through fewer lists, or allow fewer items.',
  unclosed: () => 'This ${{ has no }} that closes it.',
  unsigned_number: () => 'There are no numbers with a u. Leave it out.',
  used_too_often: ({ functions, most }: Params) =>
    `At most ${number(Number(most))} times ${list(functions).map(quote).join(' or ')} can be used in one expression.`,
  value_unusable: (params: Params) => `${quote(params.function)} cannot use what is written here.`,
} satisfies Partial<Record<FaultCode, Sentence>>;
