import type { ComponentType } from 'react';
import type { SubmissionCountOut, SubmissionFilterIn } from '@/lib/api/model';

/** Which submissions an action is about: chosen ones, or everything that a filter matches. */
export type Selection =
  | { kind: 'ids'; ids: string[] }
  | { kind: 'matching'; filters: SubmissionFilterIn; count: SubmissionCountOut | null };

/** What stands above the list while something is selected. `done` ends the selection. */
export type BulkSlot = ComponentType<{ selection: Selection; done: () => void }>;
