import { parseDocument, YAMLMap } from 'yaml';
import { reconciled } from './reconcile';
import { remembering } from './remembered';

const LINES = { lineWidth: 120, flowCollectionPadding: false };
const TEXT = `# Orders.
workflow: order

form:
  title: {en: Order, de: Bestellung} # in both languages
  fields:
    # who
    company: {kind: text, label: Company} # asked first

    note:
      kind: multiline
      help: |+
        Two lines,
        and an end that is kept.

    plan: {kind: choice, label: A long label that does not fit, choices: [{value: a, label: First}, {value: b, label: Second}]}
steps:
  mail:
    use: mail/email.send
    with: {to: "\${{ input.company }}", lines: [{a: 1}, {a: 2, b: {c: 3}}], none: {}}
    # the end of the step
`;

/** Every record and list in a value, with the way to it. */
function places(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => places(part, [...at, key]))];
}

test('a document that was written before is written as if it were the first time', () => {
  const before = parseDocument(TEXT).toJS() as object;
  const kept = remembering(parseDocument(TEXT));
  expect(kept.toString(LINES)).toBe(parseDocument(TEXT).toString(LINES));
  const texts = places(before).filter(
    (at) => typeof parseDocument(TEXT).getIn(at.map(numbered)) === 'string',
  );
  expect(texts.length).toBeGreaterThan(12);
  for (const at of texts) {
    const changed = parseDocument(TEXT);
    changed.setIn(at.map(numbered), 'Something else');
    const value = changed.toJS() as object;
    const first = reconciled(parseDocument(TEXT), before, value).toString(LINES);
    expect(reconciled(kept, before, value).toString(LINES)).toBe(first);
  }
  expect(kept.toString(LINES)).toBe(parseDocument(TEXT).toString(LINES));
});

const numbered = (key: string) => (/^\d+$/.test(key) ? Number(key) : key);

test('aliases are written as they were', () => {
  const text = 'a: &one {x: 1}\nb: *one\n';
  expect(remembering(parseDocument(text)).toString(LINES)).toBe(text);
});

test('only what was changed is written anew', () => {
  const before = parseDocument(TEXT).toJS() as { form: { fields: { company: object } } };
  const kept = remembering(parseDocument(TEXT));
  kept.toString(LINES);
  const { company } = before.form.fields;
  const fields = { ...before.form.fields, company: { ...company, label: 'Firm' } };
  const changed = reconciled(kept, before, { ...before, form: { ...before.form, fields } });
  const wrote = jest.spyOn(YAMLMap.prototype, 'toString');
  expect(changed.toString(LINES)).toContain('label: Firm');
  // Itself and the three around it, of a dozen.
  expect(wrote).toHaveBeenCalledTimes(4);
});
