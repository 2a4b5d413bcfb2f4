import { celPath } from '../../expressions/literals';
import { parsed, sameNode, samePath, type Node, type Path } from '../../expressions/nodes';

/**
 * A sum over the rows of a group, of one answer in each, or of two that are multiplied. `optional`:
 * there may be no rows.
 */
export type Sum = { rows: Path; optional: boolean; added: Path; times: Path | null };

export function writeSum({ rows, optional, added, times }: Sum): string {
  const list = celPath(rows);
  const each = times ? `decimal.multiply(${celPath(added)}, ${celPath(times)})` : celPath(added);
  const mapped = `${list}.map(row, ${each})`;
  return `decimal.sum(${optional ? `has(${list}) ? ${mapped} : []` : mapped})`;
}

/** The choices that make a sum; null: no choices make exactly this one. */
export function readSum(text: string): Sum | null {
  const node = parsed(text);
  if (node?.is !== 'call' || node.name !== 'decimal.sum') return null;
  const [list] = node.args;
  const sum = list && (guarded(list) ?? mapped(list, false));
  return sum && sameNode(parsed(writeSum(sum)), node) ? sum : null;
}

function guarded(node: Node): Sum | null {
  if (node.is !== 'call' || node.name !== '_?_:_') return null;
  const [condition, then] = node.args;
  const sum = then ? mapped(then, true) : null;
  return sum && condition?.is === 'has' && samePath(condition.path, sum.rows) ? sum : null;
}

function mapped(node: Node, optional: boolean): Sum | null {
  if (node.is !== 'map' || node.list.is !== 'path' || node.variable !== 'row') return null;
  const { body } = node;
  const isProduct = body.is === 'call' && body.name === 'decimal.multiply';
  const [added, times] = isProduct ? body.args : [body];
  if (added?.is !== 'path' || (times && times.is !== 'path')) return null;
  return { rows: node.list.path, optional, added: added.path, times: times?.path ?? null };
}
