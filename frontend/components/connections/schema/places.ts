import { rows } from './body';
import { isDraftRecord, type Draft, type DraftRecord } from './draft';

/**
 * Where a field that the server names stands in the form. Names and values are pairs here:
 * `settings.headers.X-Tenant` is `settings.headers.0.value`. What is inside a part that the form
 * shows as a whole belongs to that part.
 */
export function placeOf(field: string, values: DraftRecord): string {
  const place: string[] = [];
  let here: Draft | undefined = values;
  for (const part of field.split('.')) {
    const pairs = rows(here).filter(isDraftRecord);
    const pair = pairs.findIndex((each) => each.name === part && 'value' in each);
    if (pair >= 0) return [...place, String(pair), 'value'].join('.');
    here = child(here, part);
    if (here === undefined) break;
    place.push(part);
  }
  return place.join('.') || field;
}

function child(value: Draft | undefined, part: string): Draft | undefined {
  if (Array.isArray(value)) return value[Number(part)];
  return isDraftRecord(value) ? value[part] : undefined;
}
