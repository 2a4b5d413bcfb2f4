/** Answers kept on this device until they are sent, cleared, or a week old. */
export type Draft = { data: Record<string, unknown>; idempotencyKey: string; savedAt: number };

const KEEP_FOR = 7 * 24 * 3_600_000;

const name = (slug: string) => `waybill:draft:${slug}`;

/** An empty form, with the one idempotency key that its submission will carry. */
export function newDraft(): Draft {
  return { data: {}, idempotencyKey: randomKey(), savedAt: Date.now() };
}

export function loadDraft(slug: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name(slug)) ?? 'null');
    return isDraft(kept) && Date.now() - kept.savedAt < KEEP_FOR ? kept : null;
  } catch {
    return null;
  }
}

export function saveDraft(slug: string, draft: Draft): void {
  attempt(() => localStorage.setItem(name(slug), JSON.stringify(draft)));
}

/** Answers whose fields are in (or, with `false`, are not in) the list. */
export function pick(
  data: Record<string, unknown>,
  fields: readonly string[],
  listed = true,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => fields.includes(key) === listed),
  );
}

export function forgetDraft(slug: string): void {
  attempt(() => localStorage.removeItem(name(slug)));
}

/** Storage may be full or forbidden; the form works without it. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    return;
  }
}

/** `randomUUID` exists only in secure contexts; a form may be served over plain HTTP at home. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { data, idempotencyKey, savedAt } = value as Partial<Draft>;
  return (
    typeof data === 'object' &&
    data !== null &&
    typeof idempotencyKey === 'string' &&
    typeof savedAt === 'number'
  );
}
