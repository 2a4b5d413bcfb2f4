import type { Draft } from '../../model/draft';
import { FIELDS, layoutOf, writeLayout } from './layout';

/** All questions on one page, to be divided. */
export function withPages({ form }: Draft): void {
  form.pages = [{ fields: Object.keys(form.fields) }];
}

export function withoutPages(draft: Draft): void {
  delete draft.form.pages;
}

export function addPage({ form }: Draft): void {
  form.pages = [...(form.pages ?? []), { fields: [] }];
}

/** Its questions go to the page before it; those of the first to the next. */
export function removePage(draft: Draft, page: number): void {
  const { form } = draft;
  const gone = form.pages?.[page];
  if (!gone) return;
  const heir = form.pages?.[page === 0 ? 1 : page - 1];
  if (heir)
    heir.fields = page === 0 ? [...gone.fields, ...heir.fields] : [...heir.fields, ...gone.fields];
  form.pages?.splice(page, 1);
  writeLayout(draft, FIELDS, layoutOf(draft, FIELDS));
}
