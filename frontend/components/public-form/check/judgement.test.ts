import cel from '../cel';
import type { Typed } from '../answers/typed';
import { newRow } from '../answers/typed';
import { formOf } from '../testing/forms';
import { verdict } from '../verdict';
import { judgementOf } from './judgement';

const NOTHING = { hidden: new Set<string>(), calculated: new Map<string, unknown>() };
const form = formOf(
  [
    { key: 'express', kind: 'boolean', label: 'Express?' },
    { key: 'reason', kind: 'text', label: 'Reason', show_if: 'input.express' },
    {
      key: 'lines',
      kind: 'group',
      label: 'Lines',
      row_label: 'Line',
      questions: [
        { key: 'part', kind: 'text', label: 'Part' },
        { key: 'note', kind: 'text', label: 'Note', show_if: "row.part == 'other'" },
      ],
    },
    {
      key: 'total',
      kind: 'calculated',
      label: 'Total',
      type: 'integer',
      value: 'size(input.lines)',
      required: false,
    },
  ],
  {
    has_expressions: true,
    rules: [{ check: 'size(input.lines) < 3', message: 'Two lines at most.', question: 'lines' }],
    pages: [
      { title: 'One', intro: '', questions: ['express'], show_if: null },
      { title: 'Two', intro: '', questions: ['reason'], show_if: null },
      { title: 'Three', intro: '', questions: ['lines', 'total'], show_if: null },
    ],
  },
);

const typed = (express: string, parts: string[]): Typed => ({
  express,
  reason: 'Because',
  lines: parts.map((part) => newRow({ part, note: 'N' })),
});
const judge = { verdict, expressions: cel };

test('an answer that is not asked for is not sent, in rows too, and its page is passed over', () => {
  const found = judgementOf(form, typed('false', ['bolt', 'other']), judge, NOTHING);
  expect(found.data).toEqual({
    express: false,
    lines: [{ part: 'bolt' }, { part: 'other', note: 'N' }],
  });
  expect([...found.hidden]).toEqual(['reason', 'lines.0.note']);
  expect([...found.hiddenPages]).toEqual([1]);
  expect(found.issues).toEqual([]);
  expect(found.calculated.get('total')).toBe(2);
});

test('a rule that does not hold is told at its question', () => {
  const found = judgementOf(form, typed('true', ['a', 'b', 'c']), judge, NOTHING);
  expect(found.issues).toMatchObject([{ field: 'lines', message: 'Two lines at most.' }]);
});

test('without the evaluator all is asked, but for what the server said', () => {
  const without = { verdict, expressions: null };
  expect(judgementOf(form, typed('false', ['bolt']), without, NOTHING).data).toHaveProperty(
    'reason',
  );
  const said = { hidden: new Set(['reason']), calculated: new Map([['total', 1]]) };
  const found = judgementOf(form, typed('false', ['bolt']), without, said);
  expect(found.data).not.toHaveProperty('reason');
  expect(found.calculated.get('total')).toBe(1);
});

test('before anything judges nothing is wrong', () => {
  expect(judgementOf(form, {}, null, NOTHING)).toMatchObject({ data: {}, issues: [] });
});
