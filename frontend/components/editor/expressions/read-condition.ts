import { isGuardOf, settled, type As, type Condition, type Row } from './condition';
import { literalOf } from './literals';
import { parsed, type Node, type Path } from './nodes';

const SIGNS: Record<string, Row['is']> = {
  '_==_': 'is',
  '_!=_': 'isNot',
  '_>_': 'more',
  '_>=_': 'least',
  '_<_': 'less',
  '_<=_': 'most',
};
const AND = '_&&_';
const OR = '_||_';

/** The choices that say the same as an expression; null: it says more than choices can. */
export function readCondition(text: string): Condition | null {
  const node = parsed(text);
  if (!node) return null;
  const all = !isCall(node, OR);
  const rows = operands(node, all ? AND : OR).map((each) => part(each, !all));
  const known = rows.filter((each) => each !== null);
  if (known.length < rows.length) return null;
  return settled({ all, rows: all ? guardsTaken(known) : known });
}

const isCall = (node: Node, name: string) => node.is === 'call' && node.name === name;

const operands = (node: Node, name: string): Node[] =>
  node.is === 'call' && node.name === name
    ? node.args.flatMap((each) => operands(each, name))
    : [node];

/** One row, or a group whose rows are joined the other way round. */
function part(node: Node, all: boolean): Row | Row[] | null {
  const rows = operands(node, all ? AND : OR).map((each) => rowOf(each) ?? guardedRow(each));
  const known = rows.filter((each) => each !== null);
  if (known.length < rows.length) return null;
  const taken = (all ? guardsTaken(known) : known) as Row[];
  return taken.length === 1 ? (taken[0] as Row) : taken;
}

/** `has(x) && …x…` */
function guardedRow(node: Node): Row | null {
  if (!isCall(node, AND)) return null;
  const rows = operands(node, AND).map(rowOf);
  const known = rows.filter((each) => each !== null);
  const taken = known.length === rows.length ? guardsTaken(known) : [];
  return taken.length === 1 ? (taken[0] as Row) : null;
}

/** A look whether it is there belongs to the comparison behind it. */
function guardsTaken(rows: readonly (Row | Row[])[]): (Row | Row[])[] {
  const found: (Row | Row[])[] = [];
  for (const row of rows) {
    const before = found.at(-1);
    if (!Array.isArray(row) && before && !Array.isArray(before) && isGuardOf(before, row)) {
      found.splice(-1, 1, { ...row, guarded: true });
    } else found.push(row);
  }
  return found;
}

const row = (path: Path, as: As, is: Row['is'], values: string[] = []): Row => ({
  path,
  as,
  is,
  values,
  guarded: false,
});

function rowOf(node: Node): Row | null {
  if (node.is === 'has') return row(node.path, 'there', 'given');
  if (node.is === 'path') return row(node.path, 'bool', 'yes');
  if (node.is !== 'call') return null;
  const [one, other] = node.args;
  if (!one) return null;
  if (node.name === '!_') return one.is === 'has' ? row(one.path, 'there', 'notGiven') : null;
  if (!other) return null;
  if (node.name === '@in') return inList(one, other);
  if (node.name in SIGNS) return compared(one, other, SIGNS[node.name] as Row['is']);
  if (one.is !== 'path' || other.is !== 'text') return null;
  if (node.name === '.contains') return row(one.path, 'text', 'contains', [other.value]);
  if (node.name === '.startsWith') return row(one.path, 'text', 'startsWith', [other.value]);
  return null;
}

function inList(one: Node, other: Node): Row | null {
  if (one.is === 'text' && other.is === 'path')
    return row(other.path, 'list', 'includes', [one.value]);
  if (one.is !== 'path' || other.is !== 'list') return null;
  const values = other.items.flatMap((each) => (each.is === 'text' ? [each.value] : []));
  if (values.length < other.items.length || values.length === 0) return null;
  return row(one.path, 'text', 'oneOf', values);
}

function compared(one: Node, other: Node, is: Row['is']): Row | null {
  if (one.is === 'call') return computed(one, other, is);
  if (one.is !== 'path') return null;
  const { path } = one;
  if (other.is === 'null') {
    if (is === 'is') return row(path, 'there', 'notGiven');
    return is === 'isNot' ? row(path, 'there', 'given') : null;
  }
  if (other.is === 'bool') {
    return is === 'is' ? row(path, 'bool', other.value ? 'yes' : 'no') : null;
  }
  const value = literalOf(other);
  if (value === null) return null;
  if (other.is === 'text') {
    const as = is === 'is' || is === 'isNot' ? 'text' : 'day';
    return row(path, as, is, [other.value]);
  }
  const written = typeof value === 'object' ? value.double : value;
  return row(path, other.is === 'int' ? 'int' : 'double', is, [String(written)]);
}

function computed(one: Extract<Node, { is: 'call' }>, other: Node, is: Row['is']): Row | null {
  const [value, second] = one.args;
  if (value?.is !== 'path' || is === 'isNot') return null;
  if (one.name === 'size' && other.is === 'int') {
    return row(value.path, 'count', is, [String(other.value)]);
  }
  if (one.name === '.truncate' && second?.is === 'int' && second.value === 10) {
    return other.is === 'text' ? row(value.path, 'moment', is, [other.value]) : null;
  }
  const isZero = other.is === 'int' && other.value === 0;
  if (one.name !== 'decimal.compare' || !isZero) return null;
  if (second?.is === 'text') return row(value.path, 'decimal', is, [second.value]);
  return second?.is === 'int' ? row(value.path, 'decimal', is, [String(second.value)]) : null;
}
