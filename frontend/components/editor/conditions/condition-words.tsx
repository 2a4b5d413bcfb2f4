import type { Draft } from '../model/draft';

/** A condition as people read it: so far, what it says without its braces. */
export const conditionWords: (value: unknown, draft: Draft) => string = (value) =>
  String(value).replace(/^\$\{\{\s*|\s*\}\}$/g, '');
