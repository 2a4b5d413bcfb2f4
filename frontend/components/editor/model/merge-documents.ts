import { readDocument, writeDocument } from './document';
import type { Draft } from './draft';
import { merge, type Clash } from './merge';

/** `text` has all that both changed; where they clash, what is mine. */
export type MergedText = { text: string; clashes: Clash[] };

/**
 * What two people made of one document, put together, with the comments of theirs. Where one of
 * the texts cannot be read in parts, the whole is one clash.
 */
export function mergeDocuments(ancestor: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === ancestor) return { text: mine, clashes: [] };
  if (mine === ancestor) return { text: theirs, clashes: [] };
  const [from, own, other] = [ancestor, mine, theirs].map((text) => readDocument(text).definition);
  if (!own || !other) return { text: mine, clashes: [{ path: [], mine, theirs }] };
  const { value, clashes } = merge(from ?? {}, own, other);
  return { text: writeDocument(theirs, value as Draft), clashes };
}

/** The definition with what they have at a place. */
export function withTheirs(definition: Draft, { path, theirs }: Clash): Draft {
  const next = structuredClone(definition) as Record<string, unknown>;
  const last = path.at(-1);
  let inside = next;
  for (const key of path.slice(0, -1)) {
    if (typeof inside[key] !== 'object' || inside[key] === null) inside[key] = {};
    inside = inside[key] as Record<string, unknown>;
  }
  if (last === undefined) return theirs as Draft;
  if (theirs === undefined) Reflect.deleteProperty(inside, last);
  else inside[last] = theirs;
  return next as Draft;
}
