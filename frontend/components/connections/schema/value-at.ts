import type { Draft } from './draft';

/** What stands at a dotted path of a form's values. */
export function valueAt(values: object, path: string): Draft | undefined {
  let here: unknown = values;
  for (const part of path.split('.'))
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  return here as Draft | undefined;
}
