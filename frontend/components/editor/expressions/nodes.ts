import { parse } from '@bufbuild/cel';
import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';

/** The names on the way to a value: `['input', 'address', 'city']`. */
export type Path = readonly string[];

/** An expression as far as it is understood. `other`: any shape that no choice makes. */
export type Node =
  | { is: 'text'; value: string }
  | { is: 'int' | 'double'; value: number }
  | { is: 'bool'; value: boolean }
  | { is: 'null' }
  | { is: 'path' | 'has'; path: Path }
  | { is: 'call'; name: string; args: Node[] }
  | { is: 'list'; items: Node[] }
  | { is: 'record'; entries: [string, Node][] }
  | { is: 'map'; list: Node; variable: string; body: Node }
  | { is: 'other' };

const OTHER: Node = { is: 'other' };
const SPACES = new Set(['decimal', 'optional', 'math', 'json', 'url', 'base64', 'hash']);

const MOST_KEPT = 1000;
const kept = new Map<string, Node | null>();

/** What an expression says; null: it cannot be read at all. Each is read once. */
export function parsed(text: string): Node | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const node = read(text);
  kept.set(text, node);
  return node;
}

function read(text: string): Node | null {
  try {
    return nodeOf(parse(text).expr);
  } catch {
    return null;
  }
}

export function nodeOf(expr: Expr | undefined): Node {
  const kind = expr?.exprKind;
  switch (kind?.case) {
    case 'constExpr':
      return constant(kind.value.constantKind);
    case 'identExpr':
      return { is: 'path', path: [kind.value.name] };
    case 'selectExpr': {
      const operand = nodeOf(kind.value.operand);
      if (operand.is !== 'path') return OTHER;
      return {
        is: kind.value.testOnly ? 'has' : 'path',
        path: [...operand.path, kind.value.field],
      };
    }
    case 'callExpr':
      return call(kind.value);
    case 'listExpr':
      if (kind.value.optionalIndices.length > 0) return OTHER;
      return { is: 'list', items: kind.value.elements.map(nodeOf) };
    case 'structExpr':
      return record(kind.value);
    case 'comprehensionExpr':
      return loop(kind.value);
    default:
      return OTHER;
  }
}

type Kind = Expr['exprKind'];
type Of<Case extends NonNullable<Kind['case']>> = Extract<Kind, { case: Case }>['value'];

function constant(found: Of<'constExpr'>['constantKind']): Node {
  switch (found.case) {
    case 'stringValue':
      return { is: 'text', value: found.value };
    case 'int64Value':
      return Number.isSafeInteger(Number(found.value))
        ? { is: 'int', value: Number(found.value) }
        : OTHER;
    case 'doubleValue':
      return { is: 'double', value: found.value };
    case 'boolValue':
      return { is: 'bool', value: found.value };
    case 'nullValue':
      return { is: 'null' };
    default:
      return OTHER;
  }
}

/** `x.f(y)` reads as `f(x, y)` of the name `.f`; `decimal.f(y)` as that name. */
function call(value: Of<'callExpr'>): Node {
  const args = value.args.map(nodeOf);
  if (!value.target) return { is: 'call', name: value.function, args };
  const target = nodeOf(value.target);
  const [space = ''] = target.is === 'path' && target.path.length === 1 ? target.path : [];
  if (SPACES.has(space)) return { is: 'call', name: `${space}.${value.function}`, args };
  return { is: 'call', name: `.${value.function}`, args: [target, ...args] };
}

function record({ messageName, entries }: Of<'structExpr'>): Node {
  const found: [string, Node][] = [];
  for (const { keyKind, value, optionalEntry } of entries) {
    const key = keyKind.case === 'mapKey' ? nodeOf(keyKind.value) : OTHER;
    if (key.is !== 'text' || optionalEntry) return OTHER;
    found.push([key.value, nodeOf(value)]);
  }
  return messageName ? OTHER : { is: 'record', entries: found };
}

/** `list.map(x, body)`; any other loop is not known. */
function loop(value: Of<'comprehensionExpr'>): Node {
  const start = nodeOf(value.accuInit);
  const condition = nodeOf(value.loopCondition);
  const step = nodeOf(value.loopStep);
  const result = nodeOf(value.result);
  const isPlain =
    start.is === 'list' &&
    start.items.length === 0 &&
    condition.is === 'bool' &&
    condition.value &&
    !value.iterVar2 &&
    result.is === 'path';
  if (!isPlain || step.is !== 'call' || step.name !== '_+_') return OTHER;
  const [sum, added] = step.args;
  const [body] = added?.is === 'list' ? added.items : [];
  if (sum?.is !== 'path' || sum.path[0] !== value.accuVar || !body) return OTHER;
  return { is: 'map', list: nodeOf(value.iterRange), variable: value.iterVar, body };
}

export const sameNode = (one: Node | null, other: Node | null): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);

export const samePath = (one: Path, other: Path): boolean => one.join('.') === other.join('.');
