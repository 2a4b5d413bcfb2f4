import type { RJSFSchema } from '@rjsf/utils';
import type { FieldProblem } from '@/lib/http/problem';
import { check } from '../schema/check';
import { words } from '../words';

/** One thing to put right: the field it is about, and the sentence to show. */
export type Issue = { field: string; message: string };

/** What the browser itself finds wrong, in the order of the form. */
export function localIssues(schema: RJSFSchema, data: Record<string, unknown>): Issue[] {
  return check(schema, data).map(({ path, message }) => ({ field: path.join('.'), message }));
}

/** What the server found wrong: `data.email` is the field `email`. */
export function fieldIssues(errors: FieldProblem[], schema: RJSFSchema): Issue[] {
  return errors.map(({ field, message }) => {
    const key = field.replace(/^data\./, '').replace(/\.\d+$/, '');
    const property = schema.properties?.[key];
    const label = typeof property === 'object' ? property.title : undefined;
    return { field: key, message: label ? words.about(label, message) : message };
  });
}

/** Only a field that was left, or refused by the server, shows what is wrong with it. */
export function visibleIssues(
  local: Issue[],
  touched: ReadonlySet<string>,
  refused: Issue[],
): Issue[] {
  const shown = local.filter(({ field }) => touched.has(field));
  const named = new Set(shown.map(({ field }) => field));
  return [...shown, ...refused.filter(({ field }) => !named.has(field))];
}
