import {
  Pair,
  isAlias,
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

type Entries = Pair<Scalar<unknown>, Node | null>[];

/** Change a document to say `value`, and no more of it than that. True: something was changed. */
export function reconciled(document: Document, value: unknown): boolean {
  const before = document.contents;
  const next = nodeFor(document, before, value);
  document.contents = next as typeof document.contents;
  return next !== before;
}

function nodeFor(document: Document, node: Node | null, value: unknown): Node | null {
  if (node && alike(node.toJS(document), value)) return node;
  if (isMap(node) && isRecord(value)) return mapChanged(document, node, value);
  if (isSeq(node) && Array.isArray(value)) return listChanged(document, node, value);
  if (isScalar(node) && !isAlias(node) && typeof value === typeof node.value && value !== null) {
    return scalarChanged(node, value);
  }
  return made(document, value);
}

function scalarChanged(node: Scalar, value: unknown): Scalar {
  const next = node.clone() as Scalar;
  next.value = value;
  delete next.source;
  const isText = typeof value === 'string';
  // A text of several lines reads best as a block; what was one may have become a line.
  if (isText && value.includes('\n') !== String(node.value).includes('\n')) delete next.type;
  return next;
}

function mapChanged(document: Document, map: YAMLMap, value: Record<string, unknown>): YAMLMap {
  const next = map.clone() as YAMLMap;
  const entries = next.items as Entries;
  const before = new Map(entries.map((each) => [String(each.key.value), each]));
  const renamed = renames(document, before, value);
  const pairFor = (key: string, part: unknown): Pair => {
    const from = before.get(renamed.get(key) ?? key);
    if (!from) return new Pair(document.createNode(key), made(document, part));
    if (renamed.has(key)) from.key = document.createNode(key) as Scalar;
    from.value = nodeFor(document, from.value, part);
    return from;
  };
  const pairs = Object.entries(value).map(([key, part]) => pairFor(key, part));
  next.items = Object.keys(value).some((key) => INTEGER_LIKE.test(key))
    ? inOrderOf(entries, pairs)
    : pairs;
  return next;
}

/** JavaScript sorts keys that are whole numbers, so their order says nothing. */
function inOrderOf(entries: Entries, pairs: Pair[]): Pair[] {
  const kept = entries.filter((each) => pairs.includes(each));
  return [...kept, ...pairs.filter((each) => !kept.includes(each as Entries[number]))];
}

/** New keys by the old key that had the very same value. */
function renames(
  document: Document,
  before: Map<string, Entries[number]>,
  value: Record<string, unknown>,
): Map<string, string> {
  const gone = [...before].filter(([key]) => !(key in value));
  const found = new Map<string, string>();
  for (const [key, part] of Object.entries(value)) {
    if (before.has(key) || !isRecord(part)) continue;
    const at = gone.findIndex(([, pair]) => alike(pair.value?.toJS(document), part));
    const [old] = at < 0 ? [] : gone.splice(at, 1);
    if (old) found.set(key, old[0]);
  }
  return found;
}

function listChanged(document: Document, list: YAMLSeq, value: readonly unknown[]): YAMLSeq {
  const next = list.clone() as YAMLSeq;
  const nodes = next.items as Node[];
  const plain = nodes.map((each) => each.toJS(document) as unknown);
  const free = new Set(nodes.keys());
  const take = (at: number) => (free.delete(at) ? nodes[at] : undefined);
  const same = value.map((part) => {
    const at = [...free].find((each) => alike(plain[each], part));
    return at === undefined ? undefined : take(at);
  });
  next.items = value.map(
    (part, at) => same[at] ?? nodeFor(document, take(at) ?? null, part),
  ) as Node[];
  return next;
}

function made(document: Document, value: unknown): Node | null {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node | null;
  styled(document, node);
  return node;
}

/** Small records stand on one line, as people write them: `{value: DESK, label: Desk}`. */
function styled(document: Document, node: Node | null): void {
  if (!isMap(node) && !isSeq(node)) return;
  const parts = isMap(node) ? (node.items as Entries).map(({ value }) => value) : node.items;
  const flat = parts.every((each) => isScalar(each) && !String(each.value).includes('\n'));
  if (flat && parts.length > 0 && JSON.stringify(node.toJS(document)).length <= SHORT) {
    node.flow = true;
    return;
  }
  parts.forEach((each) => styled(document, each as Node | null));
}
