import { celPath, celText, celLiteral, literalOf, type Literal } from './literals';
import { parsed, sameNode, samePath, type Node, type Path } from './nodes';
import { pickOf, writePick, type Pick } from './picks';

/** What one input of a line gets. */
export type Cell = { pick: Pick } | { value: Literal };

/** One record for each row of a group of questions. `optional`: there may be no rows. */
export type Lines = { rows: Path; optional: boolean; cells: Record<string, Cell> };

export function writeLines({ rows, optional, cells }: Lines): string {
  const parts = Object.entries(cells).map(
    ([key, cell]) =>
      `${celText(key)}: ${'pick' in cell ? writePick(cell.pick) : celLiteral(cell.value)}`,
  );
  const list = celPath(rows);
  const mapped = `${list}.map(row, {${parts.join(', ')}})`;
  return optional ? `has(${list}) ? ${mapped} : []` : mapped;
}

/** The choices that make a list of records; null: no choices make exactly this one. */
export function readLines(text: string): Lines | null {
  const node = parsed(text);
  const lines = node && (guarded(node) ?? mapped(node, false));
  return lines && sameNode(parsed(writeLines(lines)), node) ? lines : null;
}

function guarded(node: Node): Lines | null {
  if (node.is !== 'call' || node.name !== '_?_:_') return null;
  const [condition, then] = node.args;
  const lines = then ? mapped(then, true) : null;
  return lines && condition?.is === 'has' && samePath(condition.path, lines.rows) ? lines : null;
}

function mapped(node: Node, optional: boolean): Lines | null {
  if (node.is !== 'map' || node.list.is !== 'path' || node.body.is !== 'record') return null;
  if (node.variable !== 'row') return null;
  const cells: Record<string, Cell> = {};
  for (const [key, value] of node.body.entries) {
    const literal = literalOf(value);
    const pick = literal === null ? pickOf(value) : null;
    if (literal === null && !pick) return null;
    cells[key] = pick ? { pick } : { value: literal as Literal };
  }
  return { rows: node.list.path, optional, cells };
}
