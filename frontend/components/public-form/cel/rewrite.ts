import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';

/** `coalesce(…)`: what is tried in turn, and the variables of macros that it may see. */
export type Tried = { name: string; parts: Expr[]; seen: string[] };

/** What an expression consists of, once its fields are read in the server's way. */
export type Rewritten = { expr: Expr; tried: Tried[]; calls: Set<string> };

export const GET = '@get';
export const HAS = '@has';
const COALESCE = 'coalesce';
const ROOTS = new Set(['input', 'row']);

/**
 * An absent answer is null, and so is a part of it; `coalesce` goes on where something is missing.
 * The library knows neither, so both become functions of our own: `a.b` is `@get(a, 'b')`, `has(a.b)`
 * is `@has(a, 'b')`, each `coalesce` one that takes what the macros around it have named.
 */
export function rewritten(expr: Expr): Rewritten {
  const rewriting = new Rewriting();
  return { expr: rewriting.of(expr, []), tried: rewriting.tried, calls: rewriting.calls };
}

class Rewriting {
  readonly tried: Tried[] = [];
  readonly calls = new Set<string>();

  of(expr: Expr, seen: readonly string[]): Expr {
    const { exprKind } = expr;
    switch (exprKind.case) {
      case 'selectExpr': {
        const { operand, field, testOnly } = exprKind.value;
        if (!operand || !isValue(operand, seen)) return expr;
        return call(expr.id, testOnly ? HAS : GET, [this.of(operand, seen), text(expr.id, field)]);
      }
      case 'callExpr':
        return this.call(expr, exprKind.value, seen);
      case 'listExpr': {
        const elements = exprKind.value.elements.map((each) => this.of(each, seen));
        return kind(expr, { case: 'listExpr', value: { ...exprKind.value, elements } });
      }
      case 'structExpr': {
        const entries = exprKind.value.entries.map((entry) => ({
          ...entry,
          ...(entry.value && { value: this.of(entry.value, seen) }),
          ...(entry.keyKind.case === 'mapKey' && {
            keyKind: { case: 'mapKey' as const, value: this.of(entry.keyKind.value, seen) },
          }),
        }));
        return kind(expr, { case: 'structExpr', value: { ...exprKind.value, entries } });
      }
      case 'comprehensionExpr': {
        const loop = exprKind.value;
        const inside = [...seen, loop.iterVar, loop.accuVar];
        const value = {
          ...loop,
          ...part('iterRange', loop.iterRange && this.of(loop.iterRange, seen)),
          ...part('accuInit', loop.accuInit && this.of(loop.accuInit, seen)),
          ...part('loopCondition', loop.loopCondition && this.of(loop.loopCondition, inside)),
          ...part('loopStep', loop.loopStep && this.of(loop.loopStep, inside)),
          ...part('result', loop.result && this.of(loop.result, inside)),
        };
        return kind(expr, { case: 'comprehensionExpr', value });
      }
      default:
        return expr;
    }
  }

  private call(expr: Expr, value: Call, seen: readonly string[]): Expr {
    const { target } = value;
    const args = value.args.map((each) => this.of(each, seen));
    if (!target && value.function === COALESCE) {
      const name = `@${COALESCE}${this.tried.length}`;
      const named = [...new Set(seen)].filter((each) => !each.startsWith('@'));
      this.tried.push({ name, parts: args, seen: named });
      return call(
        expr.id,
        name,
        named.map((each) => ident(expr.id, each)),
      );
    }
    const space = target && !isValue(target, seen) && target.exprKind.case === 'identExpr';
    this.calls.add(space ? `${nameOf(target)}.${value.function}` : value.function);
    const rest = target ? { target: space ? target : this.of(target, seen) } : {};
    return kind(expr, { case: 'callExpr', value: { ...value, args, ...rest } });
  }
}

type Kind = Expr['exprKind'];
type Call = Extract<Kind, { case: 'callExpr' }>['value'];

const nameOf = ({ exprKind }: Expr): string =>
  exprKind.case === 'identExpr' ? exprKind.value.name : '';

/** Whether it is a value, not a part of a name such as `google.protobuf.Timestamp`. */
function isValue(expr: Expr, seen: readonly string[]): boolean {
  const { exprKind } = expr;
  if (exprKind.case === 'identExpr')
    return ROOTS.has(exprKind.value.name) || seen.includes(nameOf(expr));
  if (exprKind.case !== 'selectExpr' || exprKind.value.testOnly) return true;
  return exprKind.value.operand !== undefined && isValue(exprKind.value.operand, seen);
}

const kind = (expr: Expr, exprKind: Kind): Expr => ({ ...expr, exprKind });
const node = (id: bigint, exprKind: Kind): Expr => ({ $typeName: 'cel.expr.Expr', id, exprKind });
const part = <Name extends string>(name: Name, value: Expr | undefined) =>
  (value ? { [name]: value } : {}) as { [each in Name]?: Expr };

const ident = (id: bigint, name: string): Expr =>
  node(id, { case: 'identExpr', value: { $typeName: 'cel.expr.Expr.Ident', name } });

const text = (id: bigint, value: string): Expr =>
  node(id, {
    case: 'constExpr',
    value: { $typeName: 'cel.expr.Constant', constantKind: { case: 'stringValue', value } },
  });

const call = (id: bigint, name: string, args: Expr[]): Expr =>
  node(id, { case: 'callExpr', value: { $typeName: 'cel.expr.Expr.Call', function: name, args } });
