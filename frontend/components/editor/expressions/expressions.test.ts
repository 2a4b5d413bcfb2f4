import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCondition } from './read-condition';
import { readPick, writePick } from './picks';
import { readLines, writeLines } from './rows';
import { sampleConditions, sampleLines, samplePicks } from './testing/samples';
import { templateOf, templateParts, wholeExpression } from './template';
import { writeCondition } from './write-condition';

const FILE = join(__dirname, 'samples.json');

test.each(sampleConditions().map((each) => [writeCondition(each), each] as const))(
  'reads the condition %s',
  (text, condition) => {
    expect(readCondition(text)).toEqual(condition);
  },
);

test.each(samplePicks().map((each) => [writePick(each), each] as const))(
  'reads the pick %s',
  (text, pick) => {
    expect(readPick(text)).toEqual(pick);
  },
);

test.each(sampleLines().map((each) => [writeLines(each), each] as const))(
  'reads the lines %s',
  (text, lines) => {
    expect(readLines(text)).toEqual(lines);
  },
);

test('what the server compiles in its own tests is what is generated here', () => {
  const made = {
    conditions: sampleConditions().map(writeCondition),
    values: samplePicks().map(writePick),
    lines: sampleLines().map(writeLines),
  };
  if (process.env.WRITE_SAMPLES) writeFileSync(FILE, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(made);
});

test.each([
  "input.a.matches('x')",
  'input.a + input.b',
  'input.a ==',
  "has(input.a) ? input.b.trim() : ''",
  "coalesce(input.a, '').trim() + 'x'",
])('%s stays an expression', (text) => {
  expect(readPick(text)).toBeNull();
  expect(readCondition(text)).toBeNull();
});

test.each(["input.a == 'x' && (input.b == 'y' || (input.c == 'z' && input.d == 'q'))", '!input.a'])(
  'the condition %s stays an expression',
  (text) => {
    expect(readCondition(text)).toBeNull();
  },
);

test.each([
  ['plain', [['plain', false]]],
  ['', [['', false]]],
  ['${{ a }}', [['a', true]]],
  [
    "x ${{ 'a }} b' }} y",
    [
      ['x ', false],
      ["'a }} b'", true],
      [' y', false],
    ],
  ],
  ["${{ {'a': {'b': 1}} }}", [["{'a': {'b': 1}}", true]]],
  [
    '${{ r"\\" }}z',
    [
      ['r"\\"', true],
      ['z', false],
    ],
  ],
  ["${{ '''it's }}''' }}", [["'''it's }}'''", true]]],
  ['${{ a // }} b\n }}', [['a // }} b', true]]],
  [
    "${{ 'open }} rest",
    [
      ["'open", true],
      [' rest', false],
    ],
  ],
])('%j is split as on the server', (template, parts) => {
  expect(templateParts(template)?.map(({ text, computed }) => [text, computed])).toEqual(parts);
});

test('a template that never closes has no parts, and braces of a text stay text', () => {
  expect(templateParts('x ${{ a')).toBeNull();
  expect(wholeExpression('${{ a }}')).toBe('a');
  expect(wholeExpression('${{ a }} ')).toBeNull();
  const written = templateOf([{ text: 'costs ${{ 5', computed: false }]);
  expect(templateParts(written)).toMatchObject([
    { text: 'costs ', computed: false, from: 0, to: 6 },
    { text: "'${{'", computed: true, from: 6, to: 18 },
    { text: ' 5', computed: false, from: 18, to: 20 },
  ]);
});
