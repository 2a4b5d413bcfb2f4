import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from './draft';
import { lineOf, readDocument, writeDocument } from './document';
import { withMoved, withRenamed } from './records';

const TEMPLATES = path.join(__dirname, '../../../../backend/waybill_definitions/templates/files');
const documents = fs
  .readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('definition.yaml'))
  .map((name): [string, string] => [name, fs.readFileSync(path.join(TEMPLATES, name), 'utf8')]);

const TEXT = `# Our orders.
workflow: order
name: Order # as people call it
form:
  title: {en: Order, de: Bestellung}
  fields:
    # Whom we bill.
    company: {label: Company, kind: text}

    email:
      label: E-mail
      kind: email # checked

steps:
  customer:
    use: erp/party.upsert
    with:
      name: "\${{ input.company }}"
      comment: |
        First line
        Second line
`;

const draftOf = (text: string): Draft => {
  const { definition } = readDocument(text);
  if (!definition) throw new Error('It cannot be read.');
  return structuredClone(definition);
};

test.each(documents)('%s comes out as it went in', (_, text) => {
  const draft = draftOf(text);
  expect(writeDocument(text, draft)).toBe(text);
  draft.name = 'Another name';
  expect(readDocument(writeDocument(text, draft)).definition).toEqual(draft);
});

test('there are templates to try', () => expect(documents.length).toBeGreaterThan(4));

test('a change leaves comments, quotes and blank lines of everything else', () => {
  const draft = draftOf(TEXT);
  (draft.form.fields.email as { label: string }).label = 'Your e-mail';
  expect(writeDocument(TEXT, draft)).toBe(TEXT.replace('label: E-mail', 'label: Your e-mail'));
});

test('questions move with what is written about them', () => {
  const draft = draftOf(TEXT);
  draft.form.fields = withMoved(draft.form.fields, 'email', 0);
  const written = writeDocument(TEXT, draft);
  expect(Object.keys(draftOf(written).form.fields)).toEqual(['email', 'company']);
  expect(written).toContain('kind: email # checked');
  expect(written).toContain('# Whom we bill.');
});

test('a renamed question keeps its comments', () => {
  const draft = draftOf(TEXT);
  draft.form.fields = withRenamed(draft.form.fields, 'email', 'mail');
  expect(writeDocument(TEXT, draft)).toContain(
    '    mail:\n      label: E-mail\n      kind: email # checked',
  );
});

test('what is removed and put back is as it was', () => {
  const draft = draftOf(TEXT);
  const { email, ...others } = draft.form.fields;
  expect(email).toBeDefined();
  draft.form.fields = others;
  expect(writeDocument(TEXT, draft)).not.toContain('email');
  expect(writeDocument(TEXT, draftOf(TEXT))).toBe(TEXT);
});

test('what is added where nothing was stands on lines of its own', () => {
  const empty = 'workflow: order\nname: Order\nform:\n  title: Order\n  fields: {}\nsteps: {}\n';
  const draft = draftOf(empty);
  draft.form.fields = {
    company: { kind: 'text', label: { en: 'Company', de: 'Firma' } },
    email: { kind: 'email', label: 'E-mail' },
  };
  expect(writeDocument(empty, draft)).toBe(
    empty.replace(
      'fields: {}',
      `fields:
    company:
      kind: text
      label: {en: Company, de: Firma}
    email: {kind: email, label: E-mail}`,
    ),
  );
});

test('a mistake is told with its line', () => {
  const { problem } = readDocument(`${TEXT}  broken: [1, 2\n`);
  expect(problem?.line).toBeGreaterThan(18);
  expect(readDocument(TEXT.replace('kind: email', 'kind: 7')).problem?.line).toBe(12);
  expect(readDocument('workflow: order\n').problem?.code).toBe('shape');
});

test('a place is found in the text', () => {
  expect(lineOf(TEXT, ['steps', 'customer', 'with', 'comment'])).toBe(19);
});
