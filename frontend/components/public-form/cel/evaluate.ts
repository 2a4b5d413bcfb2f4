import { CelScalar, celEnv, celFunc, isCelError, isCelMap, parse, plan } from '@bufbuild/cel';
import type { CelEnv, CelError, CelFunc, CelInput, CelValue } from '@bufbuild/cel';
import { Failed, Missing, Unsure } from './failures';
import { FUNCTIONS } from './functions';
import { GET, HAS, rewritten, type Tried } from './rewrite';
import { toInput, toJson } from './values';

/** What an expression sees. `null`: an answer that is not there; a missing key: one that is not known. */
export type Scope = { input: Record<string, unknown>; row?: Record<string, unknown> };

/** `failed`: it cannot be computed from these answers. Not `known`: only the server can tell. */
export type Evaluated = { known: true; value: unknown; failed?: boolean } | { known: false };

/** An evaluator of a form's expressions. It throws nothing. */
export type Expressions = {
  /** `source` is CEL without its `${{ }}`. Whole numbers of the scope are int. */
  evaluate(source: string, scope: Scope): Evaluated;
};

type Bindings = Record<string, CelInput>;
type Program = (bindings: Bindings) => CelValue | CelError;

/** The library knows these without a function of that name. */
const SYNTAX = new Set(['_[_]', '_?_:_', '_&&_', '_||_', '@not_strictly_false']);
const { BOOL, DYN, STRING } = CelScalar;
const ENVIRONMENT = celEnv({
  funcs: [
    ...FUNCTIONS,
    celFunc(GET, [DYN, STRING], DYN, get),
    celFunc(HAS, [DYN, STRING], BOOL, has),
  ],
});

function get(record: CelValue, name: string): CelInput {
  if (record === null) return null;
  if (!isCelMap(record)) throw new Failed('no record');
  const found = record.get(name);
  if (found === undefined) throw new Missing(name);
  return found;
}

function has(record: CelValue, name: string): boolean {
  if (record === null) return false;
  if (!isCelMap(record)) throw new Failed('no record');
  return (record.get(name) ?? null) !== null;
}

/** Null for what this browser cannot compute: a function or a part of CEL that only the server has. */
function compiled(source: string): Program | null {
  try {
    const { expr } = parse(source);
    if (!expr) return null;
    const { expr: read, tried, calls } = rewritten(expr);
    if (![...calls].every((name) => SYNTAX.has(name) || ENVIRONMENT.funcs.find(name))) return null;
    if (tried.length === 0) return planned(ENVIRONMENT, read);
    return withTried(tried, (environment) => planned(environment, read));
  } catch {
    return null;
  }
}

function planned(environment: CelEnv, expr: Parameters<typeof plan>[1]): Program {
  const program = plan(environment, expr);
  return (bindings) => program(bindings);
}

/** Each `coalesce` becomes a function over the bindings of the computation that is going on. */
function withTried(all: readonly Tried[], plannedIn: (environment: CelEnv) => Program): Program {
  let current: Bindings = {};
  const programs = new Map<Tried, Program[]>();
  const functions: CelFunc[] = all.map((tried) =>
    celFunc(
      tried.name,
      tried.seen.map(() => DYN),
      DYN,
      (...values: CelValue[]) => {
        const named = tried.seen.map((name, index) => [name, values[index] ?? null]);
        const bindings = { ...current, ...Object.fromEntries(named) };
        return firstOf(programs.get(tried) ?? [], bindings);
      },
    ),
  );
  const environment = celEnv({ funcs: [...ENVIRONMENT.funcs, ...functions] });
  for (const tried of all)
    programs.set(
      tried,
      tried.parts.map((part) => planned(environment, part)),
    );
  const program = plannedIn(environment);
  return (bindings) => {
    current = bindings;
    return program(bindings);
  };
}

function firstOf(programs: readonly Program[], bindings: Bindings): CelValue {
  let found: CelValue | CelError = null;
  for (const [index, program] of programs.entries()) {
    found = program(bindings);
    const isLast = index === programs.length - 1;
    if (isCelError(found)) {
      if (isLast || !isMissing(found)) throw found;
    } else if (found !== null) return found;
  }
  return found as CelValue;
}

const isMissing = ({ message }: CelError): boolean =>
  message.startsWith(Missing.PREFIX) || /^(?:field not found|index .* out of bounds)/.test(message);

const programs = new Map<string, Program | null>();

export function evaluate(source: string, { input, row = {} }: Scope): Evaluated {
  const program = programs.has(source) ? programs.get(source) : compiled(source);
  programs.set(source, program ?? null);
  if (!program) return { known: false };
  try {
    const found = program({ input: toInput(input), row: toInput(row) });
    if (isCelError(found)) throw found;
    return { known: true, value: toJson(found) };
  } catch (error) {
    const isUnsure = error instanceof Error && error.message.startsWith(Unsure.PREFIX);
    return isUnsure ? { known: false } : { known: true, value: null, failed: true };
  }
}
