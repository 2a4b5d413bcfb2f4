import type { expressions as english } from './expressions.en';
import { number } from '../../../amounts/plural';
import { list, text } from '../params';

const quote = (value: unknown) => `„${text(value)}“`;
const KINDS: Record<string, string> = {
  bool: 'ja oder nein',
  int: 'eine ganze Zahl',
  double: 'eine Zahl',
  string: 'ein Text',
  bytes: 'Bytes',
  null: 'nichts',
  timestamp: 'ein Zeitpunkt',
  duration: 'eine Dauer',
  list: 'eine Liste',
  map: 'mehrere Werte mit Namen',
  message: 'mehrere Werte mit Namen',
  type: 'eine Art',
  optional: 'ein Wert, der fehlen kann',
};
const kinds = (names: unknown) =>
  list(names)
    .map((name) => KINDS[name] ?? 'ein Wert unbekannter Art')
    .join(' und ') || 'nichts';
const quotes = (names: unknown) => list(names).map(quote).join(', ');
const meant = (near: unknown) => (text(near) ? ` Ist ${quote(near)} gemeint?` : '');
const known = (options: unknown) => (list(options).length ? ` Es gibt ${quotes(options)}.` : '');

export const expressions: typeof english = {
  absent_read: ({ path }) =>
    `${quote(path)} kann fehlen. Sagen Sie, was dann gilt, etwa coalesce(${text(path)}, '…').`,
  argument_count: (params) =>
    `${quote(params.function)} nimmt eine andere Zahl von Werten, als hier stehen.`,
  brackets_forbidden: () =>
    'Nennen Sie ein Feld nach einem Punkt, wie in input.email, und nicht in Klammern.',
  branches_differ: (params) =>
    `Vor „?“ gehört eine Bedingung, und beide Werte danach sind von einer Art. Hier sind es: ${kinds(params.kinds)}.`,
  character_forbidden: () =>
    'Ein Zeichen hier kann nicht in einem Ausdruck stehen. Nehmen Sie es heraus.',
  character_unreadable: (params) =>
    `${quote(params.text)} lässt sich hier nicht lesen. Texte stehen in Anführungszeichen.`,
  comment_cuts: () =>
    'In YAML beginnt „ #“ einen Kommentar, und der Text endet hier. Setzen Sie ihn in Anführungszeichen oder in einen Block unter „|“.',
  condition_fails: () => 'Diese Bedingung lässt sich nicht berechnen. Ändern Sie sie.',
  expression_empty: () => 'Zwischen den Klammern steht kein Ausdruck. Schreiben Sie einen.',
  expression_ends: () => 'Am Ende des Ausdrucks fehlt noch etwas.',
  expression_refused: ({ at, detail }) =>
    `Der Ausdruck lässt sich${at === undefined ? '' : ` ab dem Zeichen ${number(Number(at))}`} nicht lesen: ${text(detail)}.`,
  expression_unreadable: () => 'Der Ausdruck lässt sich ab hier nicht lesen.',
  field_unknown: ({ path, near, options }) =>
    `Es gibt ${quote(path)} nicht.${meant(near)}${known(options)}`,
  function_changes: (params) =>
    `Es gibt keine Funktion ${quote(params.function)}: Ein Schritt, der wiederholt wird, sendet dasselbe; darum ändert sich hier nichts von selbst.`,
  function_misfit: (params) =>
    `${quote(params.function)} lässt sich hierauf nicht anwenden: ${kinds(params.kinds)}.${text(params.example) ? ` Man schreibt ${quote(params.form)}, wie in ${quote(params.example)}.` : ''}`,
  function_unknown: (params) =>
    `Es gibt keine Funktion ${quote(params.function)}.${meant(params.near)}`,
  has_needs_field: () => 'In die Klammern von „has“ gehört ein Feld, wie in has(input.phone).',
  lists_too_deep: ({ most }) =>
    `Listen und Werte mit Namen stehen mehr als ${number(Number(most))}-fach ineinander.`,
  macro_needs_name: () => 'Hier kommt zuerst ein Name, wie in input.lines.map(line, line.total).',
  may_be_skipped: ({ path }) =>
    `Der Schritt kann ausfallen. Sagen Sie, was dann gilt, etwa has(${text(path)}) ? … : ….`,
  maybe_nothing: () =>
    'Das kann nichts ergeben. Sagen Sie, was dann gilt, oder machen Sie die Frage freiwillig.',
  misplaced: (params) => `${quote(params.text)} gehört nicht hierher.`,
  name_unknown: ({ name, near, options }) =>
    `Hier gibt es nichts mit dem Namen ${quote(name)}.${meant(near)}${known(options)}`,
  nested_too_deeply: () =>
    'Das ist zu tief verschachtelt oder verbindet zu viele Texte mit +. Schreiben Sie es als Text mit ${{ }} darin.',
  not_a_list: () => 'Das ist keine Liste, die sich durchgehen lässt.',
  not_above: ({ path }) =>
    `${quote(path)} wird nicht weiter oben gefragt. Nur Antworten von weiter oben gelten hier.`,
  not_available: ({ name }) => `${quote(name)} gibt es in Waybill nicht.`,
  not_sendable: ({ kind }) =>
    kind === 'bytes'
      ? 'Bytes lassen sich nicht senden. Machen Sie mit base64.encode(…) oder string(…) einen Text daraus.'
      : 'Die Art eines Wertes lässt sich nicht senden. Vergleichen Sie sie, wie in type(x) == string.',
  object_form: () => "Werte mit Namen schreibt man so: {'name': Wert}.",
  object_key: () => 'Der Name eines Wertes ist ein Text, nicht true oder false.',
  one_expression: () => 'Hier kann nur ein Ausdruck stehen, und nichts um ihn herum.',
  operator_misfit: (params) =>
    `${quote(params.operator)} lässt sich hierauf nicht anwenden: ${kinds(params.kinds)}.`,
  part_missing: (params) => `Hier fehlt ${quote(params.text)}.`,
  pattern_not_written: () => 'Das Muster von „matches“ muss als Text ausgeschrieben sein.',
  pattern_wrong: () => 'Das Muster von „matches“ ist kein regulärer Ausdruck (RE2).',
  quote_open: () => 'Dieser Text hat kein Anführungszeichen, das ihn schließt.',
  step_not_before: ({ step }) =>
    `Der Schritt ${quote(step)} ist hier nicht lesbar: Das sind nur Schritte, die vorher erledigt sind.`,
  too_costly: () =>
    'Das kann zu lange dauern, wenn Listen so lang sind wie erlaubt. Gehen Sie weniger Listen durch, oder erlauben Sie weniger Einträge.',
  unclosed: () => 'Diesem ${{ fehlt das }}, das es schließt.',
  unsigned_number: () => 'Zahlen mit u gibt es nicht. Lassen Sie es weg.',
  used_too_often: ({ functions, most }) =>
    `Höchstens ${number(Number(most))}-mal geht ${list(functions).map(quote).join(' oder ')} in einem Ausdruck.`,
  value_unusable: (params) =>
    `${quote(params.function)} kann mit dem, was hier steht, nichts anfangen.`,
};
