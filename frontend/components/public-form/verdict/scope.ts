import type { Expressions, Scope } from '../cel/evaluate';
import type { Json, VerdictQuestion } from './form';

const OPTIONAL_PARTS: Record<string, readonly string[]> = {
  address: ['more', 'region'],
  signature: ['path'],
};

/** What is known of the answers so far. `null`: there is none. Missing: it is not known to be one. */
export class Known {
  readonly values: Record<string, Json> = {};
  /** Of these only the server knows what was answered. */
  readonly unsure = new Set<string>();

  /** Before a question is judged: an answer that may be absent is read as null until it is there. */
  expect(question: VerdictQuestion): void {
    if (mayBeAbsent(question)) this.values[question.key] = null;
  }

  keep({ key, kind }: VerdictQuestion, value: Json): void {
    if (value === null) return;
    this.values[key] = withAllParts(kind, value);
  }
}

/** As expressions are checked: a page that is not shown makes its questions no optional ones. */
export const mayBeAbsent = ({ kind, required, show_if }: VerdictQuestion): boolean =>
  kind === 'calculated' ? Boolean(show_if) : required === false || Boolean(show_if);

function withAllParts(kind: string, value: Json): Json {
  const parts = OPTIONAL_PARTS[kind];
  if (!parts || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { ...Object.fromEntries(parts.map((part) => [part, null])), ...value };
}

/** What is computed; that it cannot be; or that only the server can. */
export type Computed = { value: Json } | 'failed' | 'unknown';

export function compute(
  source: string,
  { input, row }: { input: Known; row?: Known | undefined },
  expressions: Expressions | null | undefined,
): Computed {
  if (source === 'true' || source === 'false') return { value: source === 'true' };
  if (!expressions || namesOne(source, 'input', input) || (row && namesOne(source, 'row', row)))
    return 'unknown';
  const scope: Scope = { input: input.values, ...(row && { row: row.values }) };
  const found = expressions.evaluate(source, scope);
  if (!found.known) return 'unknown';
  return found.failed ? 'failed' : { value: found.value as Json };
}

/** Whether an expression may read one of the answers that only the server knows. */
function namesOne(source: string, root: string, { unsure }: Known): boolean {
  return [...unsure].some((key) => new RegExp(`\\b${root}\\b[^]*\\b${key}\\b`).test(source));
}

/** Whether all conditions hold; undefined where only the server knows. */
export function holdAll(
  conditions: readonly string[],
  known: { input: Known; row?: Known | undefined },
  expressions: Expressions | null | undefined,
): boolean | undefined {
  let all: boolean | undefined = true;
  for (const condition of conditions) {
    const found = compute(condition, known, expressions);
    if (found === 'unknown') all = undefined;
    else if (found === 'failed' || found.value !== true) return false;
  }
  return all;
}
