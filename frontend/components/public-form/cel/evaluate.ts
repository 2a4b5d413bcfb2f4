/** What an expression sees. `null`: an answer that is not there; a missing key: one that is not known. */
export type Scope = { input: Record<string, unknown>; row?: Record<string, unknown> };

/** `failed`: it cannot be computed from these answers. Not `known`: only the server can tell. */
export type Evaluated = { known: true; value: unknown; failed?: boolean } | { known: false };

/** An evaluator of a form's expressions. It throws nothing. */
export type Expressions = {
  /** `source` is CEL without its `${{ }}`. Whole numbers of the scope are int. */
  evaluate(source: string, scope: Scope): Evaluated;
};
