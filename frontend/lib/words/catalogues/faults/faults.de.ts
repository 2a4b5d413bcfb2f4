import type { faults as english } from './faults.en';
import { documents } from './catalogue/documents.de';
import { expressions } from './catalogue/expressions.de';
import { number } from '../../amounts/plural';
import { languageName } from '../../languages';
import { list, quoted, text } from './params';

const quote = (value: unknown) => `„${text(value)}“`;
const KINDS: Record<string, string> = {
  text: 'ein Text',
  integer: 'eine ganze Zahl',
  number: 'eine Zahl',
  boolean: 'ja oder nein',
  scalar: 'ein Text oder eine Zahl',
  listof: 'eine Liste',
  mapof: 'mehrere Werte mit Namen',
  record: 'mehrere Werte mit Namen',
};
const kind = (needed: unknown) => KINDS[text(needed)] ?? 'etwas anderes';
const limit = (value: unknown) => number(Number(value));

export const faults: typeof english = {
  ...documents,
  ...expressions,
  address_taken: ({ address }) =>
    `Ein anderes Formular hat die Adresse ${quote(address)} schon. Wählen Sie eine andere.`,
  at_least: (params) => `Nehmen Sie ${limit(params.limit)} oder mehr.`,
  at_most: (params) => `Nehmen Sie ${limit(params.limit)} oder weniger.`,
  choices_empty: () => 'Eine Auswahl braucht mindestens eine Antwort zur Wahl.',
  choices_twice: ({ value }) =>
    `Zwei Antworten werden als ${quote(value)} gespeichert. Geben Sie jeder ihren eigenen Wert.`,
  circle: ({ steps }) =>
    `Diese Schritte warten ewig aufeinander: ${list(steps).join(' → ')}. Lassen Sie einen davon nicht warten.`,
  computes_nothing: () =>
    'Hier wird nichts berechnet. Dieser Text erscheint, wie er ist; schreiben Sie ihn ohne ${{ }}.',
  condition_expected: () => 'Hier ist eine Bedingung nötig.',
  condition_no_truth: () => 'Das ist keine Bedingung: Sie muss wahr oder falsch ergeben.',
  empty: () => 'Das ist leer. Schreiben Sie etwas.',
  greater_than: (params) => `Nehmen Sie mehr als ${limit(params.limit)}.`,
  input_misfit: ({ needed }) => `Was gewählt ist, passt nicht: Nötig ist ${kind(needed)}.`,
  input_needed: () => 'Nötig: wählen Sie, was gesendet wird.',
  input_unknown: ({ key }) => `Das System nimmt ${quote(key)} hier nicht an. Nehmen Sie es heraus.`,
  input_wrong_kind: ({ needed }) => `Hier ist nötig: ${kind(needed)}.`,
  keys_expected: () => 'Hierher gehören Schlüssel mit ihren Werten, darunter eingerückt.',
  key_form: () =>
    'Ein Schlüssel hat kleine Buchstaben, Ziffern und _, beginnt mit einem Buchstaben und ist höchstens 50 Zeichen lang.',
  key_needed: ({ key }) => `${quote(key)} ist hier nötig.`,
  key_unknown: ({ key, near }) =>
    near
      ? `${quote(key)} ist hier nicht bekannt. Ist ${quote(near)} gemeint? Es bleibt, bis Sie es im YAML ändern.`
      : `${quote(key)} ist hier nicht bekannt: Es kann ein Tippfehler sein oder aus einer neueren Version stammen. Es bleibt, bis Sie es im YAML ändern.`,
  kind_missing: () => 'Die Art dieser Frage fehlt.',
  kind_not_in_rows: () =>
    'Eine Frage dieser Art lässt sich nicht in Zeilen stellen. Stellen Sie sie außerhalb.',
  kind_unknown: (params) =>
    `${quote(params.kind)} ist keine Art von Frage, die hier bekannt ist: Sie kann aus einer neueren Version stammen. Sie bleibt, wie sie ist.`,
  language_unknown: ({ language }) =>
    `Das Formular gibt es nicht in dieser Sprache: ${languageName(text(language))}. Fügen Sie sie den Sprachen des Formulars hinzu, oder lassen Sie diesen Text weg.`,
  less_than: (params) => `Nehmen Sie weniger als ${limit(params.limit)}.`,
  list_expected: () => 'Hier ist eine Liste nötig.',
  mail_needs_email: () =>
    'Ein Link per E-Mail braucht eine Frage nach einer E-Mail-Adresse. Fügen Sie eine hinzu.',
  may_be_missing: () => 'Das kann fehlen. Sagen Sie, was ohne es gesendet wird.',
  needs_itself: () => 'Ein Schritt kann nicht auf sich selbst warten.',
  needs_twice: ({ step }) => `Er wartet zweimal auf ${quote(step)}.`,
  never_runs: () =>
    'Dieser Schritt kann nie laufen: Seine Bedingung trifft nie zu. Nehmen Sie ihn heraus.',
  not_in_text: () =>
    'Dieser Wert kann nicht in einem Text stehen. Machen Sie erst einen Text daraus.',
  no_action: ({ system, action }) => `${text(system)} hat keine Aktion ${quote(action)}.`,
  no_connection: ({ connection }) =>
    `Diese Organisation hat keine Verbindung ${quote(connection)}. Wählen Sie eine andere.`,
  no_list: (params) => `${text(params.system)} hat keine Liste ${quote(params.list)}.`,
  no_lists: ({ system }) =>
    `${text(system)} hat keine Listen zur Auswahl. Schreiben Sie die Antworten stattdessen hier.`,
  no_question: ({ key }) => `Das Formular hat keine Frage ${quote(key)}.`,
  no_step: ({ step }) => `Es gibt keinen Schritt ${quote(step)}.`,
  number_expected: () => 'Hier ist eine Zahl nötig.',
  one_of: ({ options }) => `Nehmen Sie eines davon: ${list(options).join(', ')}.`,
  on_no_page: () => 'Diese Frage steht auf keiner Seite. Verschieben Sie sie auf eine.',
  on_page_already: ({ key }) => `Die Frage ${quote(key)} steht schon auf einer anderen Seite.`,
  optional_answer: () => 'Diese Antwort ist freiwillig. Sagen Sie, was ohne sie gesendet wird.',
  sensitive_shown: ({ answers }) =>
    `Vertrauliche Antworten wären hier zu sehen: ${quoted(answers, quote)}. Lassen Sie sie weg.`,
  site_not_allowed: ({ site }) =>
    `Die Website ${text(site)} ist für dieses Formular nicht erlaubt. Erlauben Sie sie erst im Schutz des Formulars.`,
  slug_form: () =>
    'Nehmen Sie kleine Buchstaben, Ziffern und einzelne Bindestriche, etwa new-customer.',
  slug_reserved: ({ name }) => `${quote(name)} ist vergeben. Wählen Sie einen anderen Namen.`,
  text_expected: () => 'Hier ist ein Text nötig.',
  text_missing: ({ languages }) =>
    `Dieser Text fehlt auf ${list(languages).map(languageName).join(', ')}.`,
  too_few: ({ least }) => `Hier sind mindestens ${limit(least)} nötig.`,
  too_long: (params) => `Hier sind höchstens ${limit(params.limit)} Zeichen möglich.`,
  too_many: ({ most }) => `Hier sind höchstens ${limit(most)} möglich.`,
  truth_expected: () => 'Hier geht nur true oder false.',
  use_form: () => 'Wählen Sie ein verbundenes System und was es tut.',
  whole_number_expected: () => 'Hier ist eine ganze Zahl nötig.',
  words_unknown: ({ name }) => `${quote(name)} ist in diesem Text nicht bekannt.`,
};
