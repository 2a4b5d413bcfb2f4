import type { Typed } from '../answers/typed';

/** Answers kept on this device until they are sent, cleared, or a week old. */
export type Draft = {
  typed: Typed;
  idempotencyKey: string;
  /** The version of the form that was answered. */
  version: number;
  savedAt: number;
};

const KEEP_FOR = 7 * 24 * 3_600_000;

/** An empty form, with the one idempotency key that its submission will carry. */
export function newDraft(version: number): Draft {
  return { typed: {}, idempotencyKey: randomKey(), version, savedAt: Date.now() };
}

/** What is kept under this name; null when there is nothing, or it is too old. */
export function loadDraft(name: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return isDraft(kept) && Date.now() - kept.savedAt < KEEP_FOR ? kept : null;
  } catch {
    return null;
  }
}

export function saveDraft(name: string, draft: Draft): void {
  attempt(() => localStorage.setItem(name, JSON.stringify(draft)));
}

export function forgetDraft(name: string): void {
  attempt(() => localStorage.removeItem(name));
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
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { typed, idempotencyKey, version, savedAt } = value as Partial<Draft>;
  return (
    typeof typed === 'object' &&
    typed !== null &&
    typeof idempotencyKey === 'string' &&
    typeof version === 'number' &&
    typeof savedAt === 'number'
  );
}
