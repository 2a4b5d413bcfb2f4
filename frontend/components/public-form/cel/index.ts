import { evaluate, type Expressions } from './evaluate';

export type { Evaluated, Expressions, Scope } from './evaluate';

/** A script of its own: 0025 says what it costs. */
export default { evaluate } satisfies Expressions;
