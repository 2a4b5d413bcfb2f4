import type { UseFormReturnType } from '@mantine/form';
import { ApiError } from '@/lib/http/api-error';
import type { FieldProblem } from '@/lib/http/problem';

type Refusable = Pick<UseFormReturnType<never>, 'setErrors' | 'getInputNode'>;

type Options = {
  /** The form's own name of a field of the request; null where the form has none for it. */
  fieldOf?: (field: string) => string | null;
};

/**
 * Puts what the API refused (its problem details) at the fields of a Mantine form, and the focus at
 * the first. What belongs to no field comes back: say it with the error's own sentence.
 */
export function showRefused(
  form: Refusable,
  error: unknown,
  { fieldOf = (field) => field || null }: Options = {},
): FieldProblem[] {
  if (!(error instanceof ApiError)) return [];
  const placed = new Map<string, string>();
  const homeless: FieldProblem[] = [];
  for (const each of error.problem.errors) {
    const field = fieldOf(each.field);
    if (field === null) homeless.push(each);
    else if (!placed.has(field)) placed.set(field, each.message);
  }
  if (placed.size > 0) {
    form.setErrors(Object.fromEntries(placed));
    const [first = ''] = placed.keys();
    form.getInputNode(first as never)?.focus();
  }
  return homeless;
}
