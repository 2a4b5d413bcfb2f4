import { parse } from 'yaml';
import { speak } from '@/lib/words/languages';
import { alike, isRecord } from '../model/alike';
import type { Draft } from '../model/draft';
import { allTold } from './told';
import type { Change } from './known';

const ORDER = `workflow: order
name: Order
form:
  languages: [en, de]
  title: {en: Order, de: Bestellung}
  fields:
    country: {kind: country, label: {en: Country, de: Land}}
    day: {kind: date, label: {en: Day, de: Tag}}
    plan:
      kind: choice
      label: Plan
      choices: [{value: s, label: Small}, {value: l, label: Large}]
steps:
  customer:
    title: {en: Creating the customer, de: Kunde wird angelegt}
    use: erp/party.upsert
    with: {name: "\${{ input.plan }}"}
  sale: {title: Sale, use: erp/sale.create}
`;

/** The differences as the server finds them. */
function* changes(before: object, after: object, at: string[] = []): Generator<Change> {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of new Set([...Object.keys(is), ...Object.keys(was)])) {
    const [old, made] = [was[key] ?? null, is[key] ?? null];
    if (alike(old, made)) continue;
    const kind = !(key in was) ? 'added' : key in is ? 'changed' : 'removed';
    if (isRecord(old) && isRecord(made)) yield* changes(old, made, [...at, key]);
    else yield { kind, path: [...at, key], before: old, after: made };
  }
}

function told(...replacements: [string, string][]): string[] {
  const text = replacements.reduce((kept, [from, to]) => {
    expect(kept).toContain(from);
    return kept.replace(from, to);
  }, ORDER);
  const [before, after] = [parse(ORDER) as Draft, parse(text) as Draft];
  const systems = { actionOf: () => undefined, systemOf: () => 'Tryton' };
  const found = allTold([...changes(before, after)], { before, after, ...systems });
  return found.map(({ about, said }) => `${about} ${said}`);
}

const WHEN = 'when: "${{ input.country == \'AT\' }}"';
const ASKED = `label: {en: Day, de: Tag}, show_if: "\${{ input.country == 'AT' }}"`;
const CASES: [string, [string, string], string, string][] = [
  [
    'a text in one language',
    ['de: Tag', 'de: Liefertag'],
    'Question “Day”: Question (German): “Tag” → “Liefertag”',
    'Frage „Liefertag“: Frage (Deutsch): „Tag“ → „Liefertag“',
  ],
  [
    'a condition of a question',
    ['label: {en: Day, de: Tag}', ASKED],
    'Question “Day”: It is asked only when Country is Austria.',
    'Frage „Tag“: Sie wird nur gestellt, wenn gilt: Land ist Österreich.',
  ],
  [
    'a condition of a step',
    ['sale: {title: Sale,', `sale: {title: Sale, ${WHEN},`],
    'Step “Sale”: It is taken only when Country is Austria.',
    'Schritt „Sale“: Er wird nur getan, wenn gilt: Land ist Österreich.',
  ],
  [
    'what a step comes after',
    ['use: erp/sale.create', 'use: erp/sale.create, needs: [customer]'],
    'Step “Sale”: It comes after “Creating the customer”.',
    'Schritt „Sale“: Er kommt nach „Kunde wird angelegt“.',
  ],
  [
    'what a step sends',
    ['name: "${{ input.plan }}"', 'name: "${{ input.plan }} of ${{ input.country }}"'],
    'Step “Creating the customer”: What it sends as “name”: the value of “Plan” → “[Plan] of [Country]”',
    'Schritt „Kunde wird angelegt“: Was er als „name“ sendet: der Wert von „Plan“ → „[Plan] of [Land]“',
  ],
  [
    'an answer that is not required',
    ['{kind: date,', '{kind: date, required: false,'],
    'Question “Day”: An answer is no longer required.',
    'Frage „Tag“: Eine Antwort ist nicht mehr Pflicht.',
  ],
  [
    'choices',
    ['{value: l, label: Large}', '{value: m, label: Middle}'],
    'Question “Plan”: New choices: “Middle”.|Question “Plan”: Removed choices: “Large”.',
    'Frage „Plan“: Neue Auswahl: „Middle“.|Frage „Plan“: Entfernte Auswahl: „Large“.',
  ],
  [
    'how a step tries again',
    ['use: erp/sale.create', 'use: erp/sale.create, retry: {max_tries: 3}'],
    'Step “Sale”: Tries in all: as usual → 3',
    'Schritt „Sale“: Versuche insgesamt: wie üblich → 3',
  ],
  [
    'a question of its own',
    ['    day:', '    note: {kind: text, label: Note}\n    day:'],
    'Question “Note” is new.',
    'Frage „Note“ ist neu.',
  ],
  [
    'the languages',
    ['[en, de]', '[en, de, fr]'],
    'The form: Languages: English, German → English, German, French',
    'Das Formular: Sprachen: Englisch, Deutsch → Englisch, Deutsch, Französisch',
  ],
];

afterEach(() => speak('en'));

test.each(CASES)('%s', (_, replacement, english, german) => {
  expect(told(replacement)).toEqual(english.split('|'));
  speak('de');
  expect(told(replacement)).toEqual(german.split('|'));
});

test('another system and its action have names', () => {
  expect(told(['erp/sale.create', 'crm/lead.create'])).toEqual([
    'Step “Sale”: What it does: Tryton: sale.create → Tryton: lead.create',
  ]);
});

test('what no sentence could name is told to be changed, without its code', () => {
  const lines = 'with: {name: "${{ input.plan }}", lines: [{a: 1}]}';
  expect(told(['with: {name: "${{ input.plan }}"}', lines])).toEqual([
    'Step “Creating the customer”: What it sends as “lines” is changed.',
  ]);
});
