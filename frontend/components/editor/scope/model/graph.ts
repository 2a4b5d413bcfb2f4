/** A step as far as others must know it. */
export type Outline = {
  key: string;
  label: string;
  use: string;
  needs: readonly string[];
  conditional: boolean;
};

/** The steps that one could wait for and does not yet: none of them waits for it. */
export function stepsToWaitFor(outlines: readonly Outline[], step: string): string[] {
  const { before } = stepsBefore(outlines, step);
  return outlines
    .map(({ key }) => key)
    .filter((key) => key !== step && !before.includes(key))
    .filter((key) => !stepsBefore(outlines, key).before.includes(step));
}

/** As if a step waited for one more. */
export const waitingToo = (
  outlines: readonly Outline[],
  step: string,
  need: string,
): readonly Outline[] =>
  outlines.map((each) => (each.key === step ? { ...each, needs: [...each.needs, need] } : each));

/**
 * The steps before one, and those among them that have succeeded whenever it begins: the others may
 * have been skipped. As the server has it.
 */
export function stepsBefore(
  outlines: readonly Outline[],
  step: string,
): { before: string[]; sure: ReadonlySet<string> } {
  const needs = new Map(
    outlines.map(({ key, needs: wanted }) => [
      key,
      wanted.filter((need) => need !== key && outlines.some((each) => each.key === need)),
    ]),
  );
  const before = new Map<string, Set<string>>();
  const sure = new Map<string, Set<string>>();
  const certain = new Set<string>();
  const left = outlines.map(({ key }) => key);
  for (;;) {
    const at = left.findIndex((key) => needs.get(key)?.every((need) => before.has(need)));
    const [key] = at < 0 ? [] : left.splice(at, 1);
    // What is left waits for itself; publishing tells.
    if (key === undefined) break;
    const wanted = needs.get(key) ?? [];
    const all = new Set(wanted.flatMap((need) => [need, ...(before.get(need) ?? [])]));
    const each = wanted.map((need) => new Set([need, ...(sure.get(need) ?? [])]));
    const shared = [...(each[0] ?? [])].filter((one) => each.every((other) => other.has(one)));
    before.set(key, all);
    sure.set(key, new Set([...shared, ...[...all].filter((one) => certain.has(one))]));
    const isConditional = outlines.find((one) => one.key === key)?.conditional ?? false;
    if (!isConditional && (wanted.length === 0 || wanted.some((need) => certain.has(need)))) {
      certain.add(key);
    }
  }
  const found = before.get(step) ?? new Set();
  return {
    before: outlines.map(({ key }) => key).filter((key) => found.has(key)),
    sure: sure.get(step) ?? new Set(),
  };
}
