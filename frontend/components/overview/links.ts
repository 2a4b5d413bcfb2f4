import type { Period } from '@/lib/api/model';

/** What a list of submissions is narrowed to, as its address says it. */
export type Narrowed = {
  status?: string | undefined;
  workflow?: string | null | undefined;
  /** The id of a connection. */
  connection_id?: string | null | undefined;
  error_kind?: string | null | undefined;
  accepted_within?: Period | undefined;
  accepted_from?: string | undefined;
  accepted_before?: string | undefined;
};

/** The list that makes a number. */
export function submissionsAt(narrowed: Narrowed): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowed)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/submissions?${text}` : '/submissions';
}
