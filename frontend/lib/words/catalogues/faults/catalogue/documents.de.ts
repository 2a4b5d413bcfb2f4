import type { documents as english } from './documents.en';
import { number } from '../../../amounts/plural';
import { text } from '../params';

const quote = (value: unknown) => `„${text(value)}“`;
const count = (value: unknown) => number(Number(value));

export const documents: typeof english = {
  character_unstorable: () =>
    'Ein Zeichen in diesem Text lässt sich nicht speichern. Nehmen Sie es heraus.',
  choices_or_from: () =>
    'Antworten zur Wahl stehen entweder hier oder kommen aus einem System. Nehmen Sie eines davon heraus.',
  closes_first: () =>
    'Das Formular schließt, bevor es öffnet, und wäre nie offen. Wählen Sie ein späteres Ende.',
  contrast_low: ({ contrast, least }) =>
    `Weißer Text ist auf dieser Farbe schwer zu lesen: Der Kontrast ist ${count(contrast)} zu 1, nötig ist ${count(least)}. Wählen Sie eine dunklere Farbe.`,
  currency_unknown: ({ currency }) =>
    `${quote(currency)} ist keine Währung. Schreiben Sie ihre drei Buchstaben, etwa EUR.`,
  day_unknown: () => 'Diesen Tag gibt es nicht. Schreiben Sie 2026-12-31, today oder today+14.',
  document_empty: () => 'Das Dokument ist leer.',
  document_large: () => 'Das Dokument ist größer als 1 MiB.',
  document_several: () => 'Hier kann nur ein Dokument stehen, ohne ein zweites „---“.',
  email_form: () => 'Das ist keine E-Mail-Adresse.',
  files_sensitive: () =>
    'Dateien brauchen den Vermerk „vertraulich“ nicht: Sie bekommt ohnehin nur, wer vertrauliche Antworten lesen darf.',
  first_wait_long: ({ first, longest }) =>
    `Die erste Wartezeit (${count(first)} s) ist länger als die längste (${count(longest)} s). Ändern Sie eine davon.`,
  form_unexpected: () => 'Das hat nicht die erwartete Form.',
  group_sensitive: ({ key }) =>
    `${quote(key)} allein kann in einer Gruppe nicht vertraulich sein. Machen Sie die ganze Gruppe vertraulich.`,
  key_twice: ({ key }) => `Den Schlüssel ${quote(key)} gibt es zweimal.`,
  length_crossed: () =>
    'Die kleinste Länge ist größer als die größte. Keine Antwort könnte beides erfüllen.',
  limits_crossed: () =>
    'Der kleinste Wert ist größer als der größte. Keine Antwort könnte beides erfüllen.',
  mapping_expected: () => 'Eine Definition hat die Schlüssel workflow, name, form und steps.',
  number_large: (params) =>
    `${quote(params.number)} ist eine Zahl, die sich nicht speichern lässt. In Anführungszeichen wird sie ein Text.`,
  pattern_broken: () => 'Das ist kein Muster.',
  pattern_stands_alone: (params) =>
    `${quote(params.text)} steht im Muster allein. Schreiben Sie einen Backslash davor.`,
  pattern_unlike: (params) =>
    `${quote(params.text)} wird nicht überall gleich gelesen. Schreiben Sie das Muster mit einfachen Zeichen, Klassen wie [A-Za-z] und (?:…).`,
  region_unknown: ({ region }) =>
    `Von der Region ${quote(region)} sind keine Telefonnummern bekannt. Schreiben Sie zwei Buchstaben, etwa AT.`,
  value_expected: () => 'Hier ist ein Text, eine Zahl, true oder false nötig.',
  values_many: ({ most }) => `Das Dokument hat mehr als ${count(most)} Werte.`,
  yaml_not_taken: () =>
    'Dieses Zeichen von YAML geht in einer Definition nicht. Schreiben Sie die Werte stattdessen aus.',
  yaml_wrong: ({ format, detail }) =>
    `Das lässt sich nicht als ${text(format)} lesen: ${text(detail)}.`,
  zone_unknown: ({ zone }) =>
    `${quote(zone)} ist keine Zeitzone. Schreiben Sie eine wie Europe/Vienna.`,
};
