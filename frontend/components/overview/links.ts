/** What a list of submissions is narrowed to, as its address says it. */
export type Narrowed = {
  status?: string | undefined;
  workflow?: string | null | undefined;
  /** The id of a connection. */
  connection?: string | null | undefined;
  error?: string | null | undefined;
  from?: string | undefined;
  before?: string | undefined;
};

/** The list that makes a number. */
export function submissionsAt(narrowed: Narrowed): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowed)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/submissions?${text}` : '/submissions';
}
