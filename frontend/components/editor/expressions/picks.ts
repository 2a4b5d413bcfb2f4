import { celLiteral, celPath, literalOf, type Literal } from './literals';
import { parsed, sameNode, samePath, type Node, type Path } from './nodes';
import { treated, untreated, type Treatment } from './treatments';

/**
 * A value that was picked. `also`: what is taken where it is absent, in turn. `otherwise`: what is
 * sent where none of them is there; `nothing`: it is left out; `null`: the same in a row of a list;
 * undefined: it is always there, or the action may go without.
 */
export type Pick = {
  path: Path;
  also: Path[];
  treatments: Treatment[];
  otherwise?: { value: Literal } | 'nothing' | 'null';
};

export const picked = (path: Path): Pick => ({ path, also: [], treatments: [] });

/** `coalesce` takes at most four. */
export const MOST_ALSO = 2;

export function writePick({ path, also, treatments, otherwise }: Pick): string {
  const all = (inner: string) =>
    treatments.reduce((text, treatment) => treated(text, treatment, path), inner);
  const whole = celPath(path);
  const value = typeof otherwise === 'object' ? celLiteral(otherwise.value) : null;
  if (also.length > 0) {
    const parts = [whole, ...also.map(celPath), ...(value === null ? [] : [value])];
    return all(`coalesce(${parts.join(', ')})`);
  }
  if (otherwise === 'null') return `has(${whole}) ? ${all(whole)} : null`;
  if (treatments.length === 0) return value === null ? whole : `coalesce(${whole}, ${value})`;
  if (otherwise === 'nothing') {
    return `has(${whole}) ? optional.of(${all(whole)}) : optional.none()`;
  }
  return value === null ? all(whole) : `has(${whole}) ? ${all(whole)} : ${value}`;
}

/** The choices that make an expression; null: no choices make exactly this one. */
export function readPick(text: string): Pick | null {
  const node = parsed(text);
  return node && pickOf(node);
}

export function pickOf(node: Node): Pick | null {
  const pick = chosen(node) ?? inner(node);
  return pick && sameNode(parsed(writePick(pick)), node) ? pick : null;
}

/** `has(x) ? … : …` */
function chosen(node: Node): Pick | null {
  if (node.is !== 'call' || node.name !== '_?_:_') return null;
  const [condition, then, otherwise] = node.args;
  if (condition?.is !== 'has' || !then || !otherwise) return null;
  const isLeftOut = otherwise.is === 'call' && otherwise.name === 'optional.none';
  const [value = then] =
    isLeftOut && then.is === 'call' && then.name === 'optional.of' ? then.args : [then];
  const pick = inner(value);
  if (!pick || !samePath(pick.path, condition.path)) return null;
  if (isLeftOut) return { ...pick, otherwise: 'nothing' };
  if (otherwise.is === 'null') return { ...pick, otherwise: 'null' };
  const literal = literalOf(otherwise);
  return literal === null ? null : { ...pick, otherwise: { value: literal } };
}

function inner(node: Node): Pick | null {
  if (node.is === 'path') return ROOTS.has(node.path[0] ?? '') ? picked(node.path) : null;
  if (node.is === 'call' && node.name === 'coalesce') return coalesced(node.args);
  const found = untreated(node);
  const pick = found && inner(found[0]);
  return pick && found && { ...pick, treatments: [...pick.treatments, found[1]] };
}

function coalesced(args: readonly Node[]): Pick | null {
  const value = literalOf(args.at(-1));
  const nodes = value === null ? args : args.slice(0, -1);
  const paths = nodes.flatMap((each) => (each.is === 'path' ? [each.path] : []));
  const [path, ...also] = paths;
  if (!path || paths.length < nodes.length) return null;
  return { path, also, treatments: [], ...(value !== null && { otherwise: { value } }) };
}

const ROOTS = new Set(['input', 'row', 'steps', 'submission']);
