import { tag } from '@/lib/words/languages';
import type { Words } from './words.en';

const listed = (names: readonly string[]) =>
  new Intl.ListFormat(tag(), { type: 'conjunction' }).format(names);
const quoted = (names: readonly string[]) => listed(names.map((each) => `„${each}“`));

export const words: Words = {
  about: {
    workflow: 'Der Workflow',
    form: 'Das Formular',
    question: (name) => `Frage „${name}“`,
    inRow: (group, name) => `Frage „${name}“ in „${group}“`,
    step: (name) => `Schritt „${name}“`,
    table: (name) => `Tabelle „${name}“`,
    page: (name) => `Seite „${name}“`,
    rule: (place) => `Regel ${place}`,
  },
  of: (name) => `${name}:`,
  added: 'ist neu.',
  removed: 'ist entfernt.',
  order: 'Die Fragen stehen in anderer Reihenfolge.',
  changed: (what) => `${what}: geändert.`,
  become: (what, before, after) => `${what}: ${before} → ${after}`,
  inLanguage: (what, language) => `${what} (${language})`,
  nothing: 'nichts',
  usual: 'wie üblich',
  yes: 'ja',
  no: 'nein',
  quote: (text) => `„${text}“`,
  answer: (name) => `der Wert von „${name}“`,
  required: 'Eine Antwort ist jetzt Pflicht.',
  voluntary: 'Eine Antwort ist nicht mehr Pflicht.',
  sensitive: 'Antworten werden jetzt verschlüsselt gespeichert und verdeckt.',
  open: 'Antworten werden nicht mehr verdeckt.',
  asked: {
    always: 'Sie wird jetzt immer gestellt.',
    never: 'Sie wird nicht mehr gestellt.',
    onlyWhen: (condition) => `Sie wird nur gestellt, wenn gilt: ${condition}.`,
  },
  shown: {
    always: 'Sie wird jetzt immer gezeigt.',
    never: 'Sie wird nicht mehr gezeigt.',
    onlyWhen: (condition) => `Sie wird nur gezeigt, wenn gilt: ${condition}.`,
  },
  taken: {
    always: 'Er wird jetzt immer getan.',
    never: 'Er wird nicht mehr getan.',
    onlyWhen: (condition) => `Er wird nur getan, wenn gilt: ${condition}.`,
  },
  before: (sentence, condition) => `${sentence} Bisher nur, wenn gilt: ${condition}.`,
  afterForm: 'Er folgt gleich nach dem Formular.',
  after: (names) => `Er kommt nach ${quoted(names)}.`,
  choices: {
    added: (names) => `Neue Auswahl: ${quoted(names)}.`,
    removed: (names) => `Entfernte Auswahl: ${quoted(names)}.`,
    order: 'Die Auswahl steht in anderer Reihenfolge.',
    choice: (name) => `Auswahl „${name}“`,
  },
  settings: {
    slug: 'Name in Adressen',
    use: 'Was er tut',
    sends: (input) => `Was er als „${input}“ sendet`,
    pageFields: 'Fragen darauf',
    live: 'Liste eines verbundenen Systems',
    other: (key) => `Die Einstellung „${key}“`,
  },
};
