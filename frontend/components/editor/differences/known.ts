import type { ActionOut } from '@/lib/api/model';
import type { Draft } from '../model/draft';

/** Both states, and what is known of the systems of their steps. */
export type Known = {
  before: Draft;
  after: Draft;
  actionOf: (use: string) => ActionOut | undefined;
  systemOf: (slug: string) => string;
};

/** One difference. `before`, `after`: null where there was nothing. */
export type Change = {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  path: readonly string[];
  before: unknown;
  after: unknown;
};
