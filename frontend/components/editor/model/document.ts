import { LineCounter, parseDocument, type Document, type ErrorCode } from 'yaml';
import { draftShape, type Draft } from './draft';
import { reconciled } from './reconcile';
import { remembering } from './remembered';

/** Longer lines are folded, where YAML folds them. */
const LINE_WIDTH = 120;

/** Why a document cannot be shown in parts. `line` is from 1; null: of the whole. */
export type Unreadable = { line: number | null; code: ErrorCode | 'shape'; message: string };
export type Read = { definition: Draft; problem: null } | { definition: null; problem: Unreadable };

type Parsed = { document: Document; lines: LineCounter; read: Read };
/** The last texts that were read: each is written from many times. */
const parsed = new Map<string, Parsed>();
const MOST_PARSED = 4;

/** What a document in YAML or JSON says. */
export const readDocument = (text: string): Read => parse(text).read;

/**
 * The document `base` with everything that the definition says otherwise changed in it: comments,
 * order and quotes of what stays the same are kept.
 */
export function writeDocument(base: string, definition: Draft): string {
  const { document, read } = parse(base);
  const next = reconciled(document, read.definition, definition);
  if (next === document) return base;
  return next.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
}

function parse(text: string): Parsed {
  const known = parsed.get(text);
  if (known) return known;
  const lines = new LineCounter();
  const document = remembering(parseDocument(text, { lineCounter: lines, prettyErrors: false }));
  const made = { document, lines, read: readParsed(document, lines) };
  parsed.set(text, made);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST_PARSED && oldest !== undefined) parsed.delete(oldest);
  return made;
}

function readParsed(document: Document, lines: LineCounter): Read {
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    return { definition: null, problem: { line, code: broken.code, message: broken.message } };
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const judged = draftShape.safeParse(value);
  // Not what zod gives: that has its own order of keys.
  if (judged.success) return { definition: value as Draft, problem: null };
  const [fault] = judged.error.issues;
  const path = (fault?.path ?? []).filter((each) => typeof each !== 'symbol');
  const message = `${path.join('.')}: ${fault?.message ?? ''}`;
  return {
    definition: null,
    problem: { line: lineIn(document, lines, path), code: 'shape', message },
  };
}

/** The line on which a place stands, from 1; null: it is not there. */
export function lineOf(text: string, path: readonly (string | number)[]): number | null {
  const { document, lines } = parse(text);
  return lineIn(document, lines, path);
}

function lineIn(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
    const [start] = node?.range ?? [];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}
