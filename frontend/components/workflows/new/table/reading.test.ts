import { kindOf } from './guessing';
import { questionsOf } from './questions';
import { readTable, textOf } from './reading';

const unnamed = (at: number) => `Column ${at}`;
const kinds = (text: string) =>
  Object.fromEntries(readTable(text, unnamed).columns.map(({ name, kind }) => [name, kind]));

test.each([',', ';', '\t', '|'])('columns parted by %j are found', (sign) => {
  const line = (...cells: string[]) => cells.join(sign);
  const text = `${line('Company', 'Mail', 'Since')}\r\n${line('Acme', 'a@b.example', '2026-01-31')}`;
  expect(kinds(text)).toEqual({ Company: 'text', Mail: 'email', Since: 'date' });
});

test('a header alone is guessed by its names', () => {
  expect(kinds('Firma;E-Mail;Telefonnummer;Geburtsdatum;Land;Anzahl;Bemerkungen')).toEqual({
    Firma: 'text',
    'E-Mail': 'email',
    Telefonnummer: 'phone',
    Geburtsdatum: 'date',
    Land: 'country',
    Anzahl: 'integer',
    Bemerkungen: 'multiline',
  });
});

test.each([
  ['Contact', ['+43 1 234567', '0043 664 1234'], 'phone'],
  ['Tel.', ['01 234567'], 'phone'],
  ['Delivered', ['31.12.2026', '1.1.2027'], 'date'],
  ['Newsletter', ['ja', 'Nein', ''], 'boolean'],
  ['Site', ['https://a.example'], 'url'],
  ['Price', ['12', '9,50'], 'decimal'],
  ['Price', ['12', '9'], 'decimal'],
  ['Pieces', ['12', '1234567'], 'integer'],
  ['PLZ', ['1010', '4020'], 'text'],
  ['Kundennummer', ['10001', '10002'], 'text'],
  ['Phone', ['call me'], 'text'],
  ['Country', ['AT', 'DE'], 'country'],
  ['Country', ['Austria', 'Germany'], 'text'],
  ['Text', ['one\ntwo'], 'multiline'],
  ['Size', ['S', 'M', 'S', 'L', 'M', 'M'], 'choice'],
  ['Size', ['S', 'M', 'L'], 'text'],
  ['Digits', ['0123', '0456'], 'text'],
])('%s with %j is %s', (name, values, kind) => {
  expect(kindOf(name, values)).toBe(kind);
});

test('a column with gaps is optional, and one without name and answers is no column', () => {
  const { columns, rows } = readTable('A,,C,\nx,,1,\ny,z,,\n', unnamed);
  expect(rows).toBe(2);
  expect(columns.map(({ name, required }) => [name, required])).toEqual([
    ['A', true],
    ['Column 2', false],
    ['C', false],
  ]);
});

test('keys come from labels, differ, and are no words of expressions', () => {
  const { columns } = readTable('Straße & Nr.,Strasse Nr,2nd,in,日本\n', unnamed);
  expect(Object.keys(questionsOf(columns))).toEqual([
    'strasse_nr',
    'strasse_nr_2',
    'q_2nd',
    'q_in',
    'question',
  ]);
});

test('more columns than a form should have are cut', () => {
  const read = readTable(Array.from({ length: 201 }, (_, at) => `c${at}`).join(','), unnamed);
  expect([read.columns.length, read.isCut]).toEqual([200, true]);
});

test.each([
  ['UTF-8', [0x53, 0x74, 0x72, 0x61, 0xc3, 0x9f, 0x65]],
  ['Windows-1252', [0x53, 0x74, 0x72, 0x61, 0xdf, 0x65]],
])('a file in %s is read', async (_, bytes) => {
  expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe('Straße');
});

test('of a large file the first whole lines are read', async () => {
  const text = await textOf(new Blob(['name\n', `${'ä'.repeat(50)}\n`.repeat(9_000)]));
  expect(text.length).toBeGreaterThan(100_000);
  expect(text.endsWith('ä\n')).toBe(true);
});
