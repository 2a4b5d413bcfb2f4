/** What an expression is evaluated with: all answers, and inside a group the row's own. */
export type Scope = { input: Record<string, unknown>; row?: Record<string, unknown> };

/** Says that a value cannot be told here: an answer is missing or wrong, or the server must decide. */
export const UNKNOWN = Symbol('unknown');

/** An evaluator of the expressions in a form. It throws nothing. */
export type Expressions = {
  /** The value, or `UNKNOWN`. `source` is CEL without its `${{ }}`. */
  evaluate(source: string, scope: Scope): unknown;
};
