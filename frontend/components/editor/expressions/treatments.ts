import { celLiteral, celPath, celText, literalOf, type Literal } from './literals';
import { samePath, type Node, type Path } from './nodes';

/** What is done to a picked value on its way. `moment`: `zone` null is that of the answer. */
export type Treatment =
  | { do: 'trim' | 'upper' | 'lower' | 'text' | 'whole' | 'number' }
  | { do: 'first'; length: number }
  | { do: 'date'; pattern: string }
  | { do: 'moment'; pattern: string; zone: string | null }
  | { do: 'lookup'; table: string; otherwise: Literal | null }
  | { do: 'join' | 'names'; between: string };

const METHODS = { trim: 'trim', upper: 'upper', lower: 'lower' } as const;
const CONVERSIONS = { text: 'string', whole: 'int', number: 'double' } as const;
const DAY = "'yyyy-MM-dd', 'UTC'";

export function treated(inner: string, treatment: Treatment, path: Path): string {
  switch (treatment.do) {
    case 'trim':
    case 'upper':
    case 'lower':
      return `${inner}.${METHODS[treatment.do]}()`;
    case 'text':
    case 'whole':
    case 'number':
      return `${CONVERSIONS[treatment.do]}(${inner})`;
    case 'first':
      return `${inner}.truncate(${treatment.length})`;
    case 'date':
      return `formatDate(parseDate(${inner}, ${DAY}), ${celText(treatment.pattern)}, 'UTC')`;
    case 'moment': {
      const zone = treatment.zone === null ? celPath(zoneOf(path)) : celText(treatment.zone);
      return `formatDate(timestamp(${inner}), ${celText(treatment.pattern)}, ${zone})`;
    }
    case 'lookup': {
      const rest = treatment.otherwise === null ? '' : `, ${celLiteral(treatment.otherwise)}`;
      return `lookup(tables.${treatment.table}, ${inner}${rest})`;
    }
    case 'join':
      return `${inner}.join(${celText(treatment.between)})`;
    case 'names':
      return `${inner}.map(file, file.name).join(${celText(treatment.between)})`;
  }
}

const zoneOf = (path: Path): Path => [...path.slice(0, -1), 'zone'];

/** A node as the outermost treatment and what it is done to; null: it is none. */
export function untreated(node: Node): [Node, Treatment] | null {
  if (node.is !== 'call') return null;
  const [first, second, third] = node.args;
  if (!first) return null;
  switch (node.name) {
    case '.trim':
    case '.upper':
    case '.lower':
      return [first, { do: METHODS[node.name.slice(1) as keyof typeof METHODS] }];
    case 'string':
      return [first, { do: 'text' }];
    case 'int':
      return [first, { do: 'whole' }];
    case 'double':
      return [first, { do: 'number' }];
    case '.truncate':
      return second?.is === 'int' ? [first, { do: 'first', length: second.value }] : null;
    case '.join':
      return second?.is === 'text' ? joined(first, second.value) : null;
    case 'formatDate':
      return formatted(first, second, third);
    case 'lookup':
      return lookedUp(first, second, third);
    default:
      return null;
  }
}

function joined(list: Node, between: string): [Node, Treatment] {
  const isNames =
    list.is === 'map' &&
    list.body.is === 'path' &&
    samePath(list.body.path, [list.variable, 'name']);
  return isNames ? [list.list, { do: 'names', between }] : [list, { do: 'join', between }];
}

function formatted(
  time: Node,
  pattern: Node | undefined,
  zone: Node | undefined,
): [Node, Treatment] | null {
  if (pattern?.is !== 'text' || time.is !== 'call') return null;
  const [inner] = time.args;
  if (!inner) return null;
  if (time.name === 'parseDate') return [inner, { do: 'date', pattern: pattern.value }];
  if (time.name !== 'timestamp') return null;
  const named = zone?.is === 'text' ? zone.value : null;
  return [inner, { do: 'moment', pattern: pattern.value, zone: named }];
}

function lookedUp(
  table: Node,
  key: Node | undefined,
  otherwise: Node | undefined,
): [Node, Treatment] | null {
  if (table.is !== 'path' || table.path[0] !== 'tables' || !key) return null;
  const [, name = ''] = table.path;
  return [key, { do: 'lookup', table: name, otherwise: literalOf(otherwise) }];
}
