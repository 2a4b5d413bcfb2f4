import {
  Pair,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { alike, isRecord } from './alike';

/** As long as one line of flow style may be. */
const SHORT = 80;
const INTEGER_LIKE = /^(0|[1-9]\d*)$/;

type Entry = Pair<Scalar<unknown>, Node | null>;
type Values = Record<string, unknown>;

/**
 * A document that says `value`, and differs from the given one in no more than that. `before` is what
 * the given one says: parts that both values share are taken as they are. The given one stays.
 */
export function reconciled(document: Document, before: unknown, value: unknown): Document {
  const contents = nodeFor(document, document.contents, before, value);
  if (contents === document.contents) return document;
  return Object.assign(copied(document), { contents });
}

function nodeFor(
  document: Document,
  node: Node | null,
  before: unknown,
  value: unknown,
): Node | null {
  if (node && alike(before, value)) return node;
  if (isMap(node) && isRecord(before) && isRecord(value))
    return mapChanged(document, node, before, value);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(value))
    return listChanged(document, node, before, value);
  if (isScalar(node) && typeof value === typeof before && value !== null)
    return scalarChanged(node, value);
  return made(document, value);
}

function scalarChanged(node: Scalar, value: unknown): Scalar {
  const next = Object.assign(copied(node), { value });
  delete next.source;
  const isText = typeof value === 'string';
  // A text of several lines reads best as a block; what was one may have become a line.
  if (isText && value.includes('\n') !== String(node.value).includes('\n')) delete next.type;
  return next;
}

function mapChanged(document: Document, map: YAMLMap, before: Values, value: Values): YAMLMap {
  const entries = map.items as Entry[];
  const known = new Map(entries.map((each) => [String(each.key.value), each]));
  const renamed = renames(before, value);
  const pairFor = (key: string, part: unknown): Entry => {
    const old = renamed.get(key) ?? key;
    const from = known.get(old);
    if (!from) return new Pair(document.createNode(key) as Scalar, made(document, part));
    const next = nodeFor(document, from.value, before[old], part);
    if (old === key && next === from.value) return from;
    return new Pair(old === key ? from.key : renamedKey(from.key, key), next);
  };
  const pairs = Object.entries(value).map(([key, part]) => pairFor(key, part));
  const isSorted = Object.keys(value).some((key) => INTEGER_LIKE.test(key));
  const next = Object.assign(copied(map), { items: isSorted ? inOrderOf(entries, pairs) : pairs });
  // `{}` is on one line only because nothing is in it.
  if (entries.length === 0) {
    next.flow = false;
    styled(document, next);
  }
  return next;
}

const renamedKey = (key: Scalar, name: string): Scalar =>
  Object.assign(scalarChanged(key, name), { value: name });

/** JavaScript sorts keys that are whole numbers, so their order says nothing. */
function inOrderOf(entries: Entry[], pairs: Entry[]): Entry[] {
  const places = new Map(entries.map(({ key }, at) => [String(key.value), at]));
  const placeOf = ({ key }: Entry) => places.get(String(key.value)) ?? entries.length;
  return pairs.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** New keys by the old key that had the very same value. */
function renames(before: Values, value: Values): Map<string, string> {
  const gone = Object.keys(before).filter((key) => !(key in value));
  const found = new Map<string, string>();
  for (const [key, part] of Object.entries(value)) {
    if (key in before || !isRecord(part)) continue;
    const at = gone.findIndex((old) => alike(before[old], part));
    const [old] = at < 0 ? [] : gone.splice(at, 1);
    if (old !== undefined) found.set(key, old);
  }
  return found;
}

function listChanged(
  document: Document,
  list: YAMLSeq,
  before: readonly unknown[],
  value: readonly unknown[],
): YAMLSeq {
  const nodes = list.items as Node[];
  const free = new Set(nodes.keys());
  const take = (at: number) => (free.delete(at) ? at : -1);
  const same = value.map((part) => {
    const at = [...free].find((each) => alike(before[each], part));
    return at === undefined ? -1 : take(at);
  });
  const items = value.map((part, at) => {
    const from = (same[at] ?? -1) >= 0 ? (same[at] ?? -1) : take(at);
    return nodeFor(document, nodes[from] ?? null, before[from], part);
  });
  return Object.assign(copied(list), { items });
}

function made(document: Document, value: unknown): Node | null {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node | null;
  styled(document, node);
  return node;
}

/** Small records stand on one line, as people write them: `{value: DESK, label: Desk}`. */
function styled(document: Document, node: Node | null): void {
  if (!isMap(node) && !isSeq(node)) return;
  const parts = isMap(node) ? (node.items as Entry[]).map(({ value }) => value) : node.items;
  const flat = parts.every((each) => isScalar(each) && !String(each.value).includes('\n'));
  if (flat && parts.length > 0 && JSON.stringify(node.toJS(document)).length <= SHORT) {
    node.flow = true;
    return;
  }
  parts.forEach((each) => styled(document, each as Node | null));
}

/** The same, to be changed without changing the first. */
const copied = <T extends object>(whole: T): T =>
  Object.create(
    Object.getPrototypeOf(whole) as object,
    Object.getOwnPropertyDescriptors(whole),
  ) as T;
