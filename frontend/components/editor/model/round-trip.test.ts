import fc from 'fast-check';
import { stringify } from 'yaml';
import { mergeDocuments } from './merge-documents';
import { readDocument, writeDocument } from './document';
import type { Draft, Question } from './draft';
import { withEntry, withMoved, withRenamed } from './records';

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
// Lone halves of a character are no text: JSON and YAML have no way to write them.
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('yes', '1', '01', 'null', '~', '', ' x', 'x ', '# no comment', '${{ input.a }}'),
  fc.constantFrom('two\nlines', 'ends\n', '\n', 'it\'s "quoted": {a}', '2026-01-01', 'שלום', '👩‍👩‍👧'),
);
const words = fc.oneof(
  text,
  fc.dictionary(fc.constantFrom('en', 'de', 'ar'), text, { minKeys: 1 }),
);
const question = fc.record(
  {
    kind: fc.constantFrom('text', 'choice', 'money'),
    label: words,
    help: words,
    required: fc.boolean(),
    choices: fc.array(fc.record({ value: text, label: words }), { maxLength: 4 }),
    minimum: fc.integer(),
  },
  { requiredKeys: ['kind', 'label'] },
);
const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).map(
  (value) =>
    // JSON knows no negative zero.
    JSON.parse(JSON.stringify(value)) as unknown,
);
const step = fc.record(
  {
    use: fc.constantFrom('erp/party.upsert', 'mail/email.send'),
    title: words,
    needs: fc.array(key, { maxLength: 3 }),
    when: text,
    with: fc.dictionary(key, json, { maxKeys: 4 }),
  },
  { requiredKeys: ['use'] },
);
const draft = fc.record({
  workflow: key,
  name: text,
  form: fc.record({ title: words, fields: fc.dictionary(key, question, { maxKeys: 6 }) }),
  tables: fc.dictionary(key, fc.dictionary(text, fc.oneof(text, fc.integer())), { maxKeys: 2 }),
  steps: fc.dictionary(key, step, { maxKeys: 5 }),
}) as fc.Arbitrary<Draft>;

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Draft;
const written = (value: Draft) => stringify(plain(value), { aliasDuplicateObjects: false });
const read = (document: string) => {
  const { definition, problem } = readDocument(document);
  if (!definition) throw new Error(problem.message);
  return definition;
};
const inOrder = (value: Draft) => [Object.keys(value.form.fields), Object.keys(value.steps)];

test('any definition comes out of its document as it went in', () => {
  fc.assert(
    fc.property(draft, (before) => {
      const document = written(before);
      expect(read(document)).toEqual(plain(before));
      expect(writeDocument(document, read(document))).toBe(document);
    }),
  );
});

test('whatever is changed, the document says just that', () => {
  fc.assert(
    fc.property(draft, draft, (before, after) => {
      const document = writeDocument(written(before), plain(after));
      expect(read(document)).toEqual(plain(after));
      expect(inOrder(read(document))).toEqual(inOrder(plain(after)));
    }),
  );
});

test('questions that are moved, renamed, added and removed arrive', () => {
  fc.assert(
    fc.property(draft, fc.nat(), fc.nat(), key, question, (before, from, to, name, added) => {
      const definition = plain(before);
      const { fields } = definition.form;
      const keys = Object.keys(fields);
      const one = keys[from % Math.max(1, keys.length)];
      let next = withEntry(
        fields,
        name,
        JSON.parse(JSON.stringify(added)) as Question,
        one ?? null,
      );
      if (one && one !== name)
        next = withRenamed(withMoved(next, one, to % keys.length), one, `${one}_x`);
      definition.form.fields = next;
      const document = writeDocument(written(before), definition);
      expect(read(document)).toEqual(definition);
      expect(inOrder(read(document))).toEqual(inOrder(definition));
    }),
  );
});

test('merging with somebody who changed nothing is one’s own change', () => {
  fc.assert(
    fc.property(draft, draft, (before, mine) => {
      const [ancestor, own] = [written(before), written(mine)];
      expect(mergeDocuments(ancestor, own, ancestor)).toEqual({ text: own, clashes: [] });
      expect(mergeDocuments(ancestor, ancestor, own)).toEqual({ text: own, clashes: [] });
      const both = mergeDocuments(ancestor, own, own);
      expect(both).toEqual({ text: own, clashes: [] });
    }),
  );
});
