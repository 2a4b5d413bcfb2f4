import {
  COMPARISONS,
  takesAbsent,
  takesValue,
  type As,
  type Condition,
  type Row,
} from '../condition';
import type { Path } from '../nodes';
import type { Pick } from '../picks';
import type { Lines } from '../rows';
import type { Treatment } from '../treatments';

/** One question of each way in which values are compared, and the same where it may be absent. */
const OF_KINDS: Record<As, [Path, string[]]> = {
  text: [['input', 'company'], ['It\'s a \\ "quote" }} \n']],
  int: [['input', 'count'], ['-3']],
  double: [['steps', 'customer', 'rate'], ['2']],
  decimal: [['input', 'weight'], ['10.50']],
  day: [['input', 'day'], ['2026-01-31']],
  moment: [['input', 'moment', 'at'], ['2026-01-31']],
  bool: [['input', 'urgent'], []],
  list: [['input', 'goods'], ['parts']],
  count: [['input', 'rows'], ['2']],
  there: [['input', 'company'], []],
};

const optionalOf = ([root = '', key = '', ...rest]: Path): Path =>
  root === 'steps' ? [root, 'maybe', ...rest] : [root, `maybe_${key}`, ...rest];

export function sampleRows(): Row[] {
  return (Object.keys(COMPARISONS) as As[]).flatMap((as) => {
    const [path, values] = OF_KINDS[as];
    return COMPARISONS[as].flatMap((is) => {
      const given = is === 'oneOf' ? [...values, 'b'] : values;
      const row = { as, is, values: takesValue(is) ? given : [] };
      const optional = { ...row, path: optionalOf(path), guarded: !takesAbsent(row) };
      return as === 'there' ? [optional] : [{ ...row, path, guarded: false }, optional];
    });
  });
}

export function sampleConditions(): Condition[] {
  const rows = sampleRows();
  const [one, two, three, four] = rows.filter(({ guarded }) => guarded) as [Row, Row, Row, Row];
  const both = [true, false].flatMap((all): Condition[] => [
    { all, rows: [one, two, three] },
    { all, rows: [one, [two, three], four] },
    {
      all,
      rows: [
        [one, two],
        [three, four],
      ],
    },
  ]);
  return [...rows.map((row) => ({ all: true, rows: [row] })), ...both];
}

const TEXTS: Treatment[] = [
  { do: 'trim' },
  { do: 'upper' },
  { do: 'lower' },
  { do: 'first', length: 20 },
  { do: 'lookup', table: 'regions', otherwise: 'other' },
  { do: 'lookup', table: 'regions', otherwise: null },
];

const TREATED: [Path, Treatment][] = [
  ...TEXTS.map((each): [Path, Treatment] => [['input', 'company'], each]),
  [['input', 'company'], { do: 'lookup', table: 'priorities', otherwise: 3 }],
  [['input', 'count'], { do: 'text' }],
  [['input', 'weight'], { do: 'number' }],
  [['input', 'company'], { do: 'whole' }],
  [['input', 'goods'], { do: 'join', between: ', ' }],
  [['input', 'papers'], { do: 'names', between: '\n' }],
  [['input', 'day'], { do: 'date', pattern: 'dd.MM.yyyy' }],
  [['input', 'moment', 'at'], { do: 'moment', pattern: 'dd.MM.yyyy HH:mm', zone: null }],
  [['input', 'moment', 'at'], { do: 'moment', pattern: 'yyyy-MM-dd', zone: 'Europe/Vienna' }],
];

function otherwiseOf({ do: what, ...rest }: Treatment): string | number | { double: number } {
  if (what === 'whole') return 0;
  if (what === 'number') return { double: 0 };
  return 'otherwise' in rest && typeof rest.otherwise === 'number' ? rest.otherwise : '-';
}

export function samplePicks(): Pick[] {
  const maybe: Path = ['input', 'maybe_company'];
  const also: Path[] = [
    ['input', 'maybe_mail'],
    ['submission', 'reference'],
  ];
  const trim: Treatment[] = [{ do: 'trim' }, { do: 'upper' }, { do: 'first', length: 3 }];
  return [
    ...TREATED.flatMap(([path, each]): Pick[] => [
      { path, also: [], treatments: [each] },
      { path: optionalOf(path), also: [], treatments: [each], otherwise: 'nothing' },
      {
        path: optionalOf(path),
        also: [],
        treatments: [each],
        otherwise: { value: otherwiseOf(each) },
      },
    ]),
    { path: ['input', 'company'], also: [], treatments: trim },
    { path: maybe, also: [], treatments: [] },
    { path: maybe, also: [], treatments: [], otherwise: { value: '' } },
    { path: maybe, also: [], treatments: [], otherwise: 'null' },
    { path: maybe, also, treatments: [] },
    { path: maybe, also: also.slice(0, 1), treatments: trim, otherwise: { value: "'" } },
    { path: ['input', 'maybe_count'], also: [], treatments: [], otherwise: { value: 0 } },
    { path: ['input', 'maybe_urgent'], also: [], treatments: [], otherwise: { value: false } },
    { path: ['steps', 'maybe', 'id'], also: [], treatments: [], otherwise: { value: 1 } },
    {
      path: ['steps', 'maybe', 'rate'],
      also: [],
      treatments: [],
      otherwise: { value: { double: 1 } },
    },
    {
      path: ['input', 'maybe_place', 'region'],
      also: [],
      treatments: [],
      otherwise: { value: '' },
    },
    { path: ['input', 'price', 'amount'], also: [], treatments: [{ do: 'number' }] },
    { path: ['submission', 'language'], also: [], treatments: [{ do: 'upper' }] },
  ];
}

export function sampleLines(): Lines[] {
  const cells: Lines['cells'] = {
    product: { pick: { path: ['row', 'product'], also: [], treatments: [{ do: 'trim' }] } },
    quantity: {
      pick: { path: ['row', 'quantity'], also: [], treatments: [], otherwise: { value: 1 } },
    },
    note: { pick: { path: ['row', 'note'], also: [], treatments: [], otherwise: 'null' } },
    unit: { value: 'piece' },
    urgent: { value: true },
    party: { pick: { path: ['steps', 'customer', 'id'], also: [], treatments: [] } },
  };
  return [
    { rows: ['input', 'rows'], optional: false, cells },
    { rows: ['input', 'maybe_rows'], optional: true, cells },
    { rows: ['input', 'rows'], optional: false, cells: {} },
  ];
}
