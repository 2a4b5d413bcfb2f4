import type { Answer, Data, Fault } from '../form';

/** One part of an answer, which has to be there; its faults say where. */
export function partOf(value: Data, name: string, read: (part: unknown) => Answer): Answer {
  if (!(name in value)) return { faults: [{ at: [name], code: 'needed' }] };
  const found = read(value[name]);
  if (!found.faults) return found;
  return { faults: found.faults.map((each) => ({ ...each, at: [name, ...each.at] })) };
}

/** Parts that such an answer does not have. */
export function exceptExtra(value: Data, names: readonly string[]): { faults: Fault[] } {
  const extra = Object.keys(value).filter((name) => !names.includes(name));
  return { faults: extra.map((name) => ({ at: [name], code: 'unknown' })) };
}
