import type { Period } from '@/lib/api/model';

/** What a list of submissions is narrowed to, as its address says it. */
export type Narrowed = {
  status?: string | readonly string[] | undefined;
  workflow?: string | null | undefined;
  /** The id of a connection. */
  connection_id?: string | null | undefined;
  error_kind?: string | null | undefined;
  /** Whether they went on as another one. */
  continued?: boolean | undefined;
  accepted_within?: Period | undefined;
  accepted_from?: string | undefined;
  accepted_before?: string | undefined;
};

/** The list that makes a number. */
export function submissionsAt(narrowed: Narrowed): string {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(narrowed))
    for (const value of [given ?? []].flat()) query.append(name, String(value));
  const text = query.toString();
  return text ? `/submissions?${text}` : '/submissions';
}
