/**
 * What was typed and is not saved yet, in this browser: it outlives a closed tab, a session that
 * ended and a network that is away.
 */
export type LocalCopy = { tag: string; ancestor: string; text: string };

const keyOf = (organization: string, slug: string) => `waybill.draft.${organization}.${slug}`;

export function readCopy(organization: string, slug: string): LocalCopy | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(organization, slug)) ?? 'null');
    return isCopy(found) ? found : null;
  } catch {
    return null;
  }
}

/** Without room in the browser nothing is kept here; saving goes on. */
export function keepCopy(organization: string, slug: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(organization, slug), JSON.stringify(copy));
  } catch {
    dropCopy(organization, slug);
  }
}

export function dropCopy(organization: string, slug: string): void {
  try {
    localStorage.removeItem(keyOf(organization, slug));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

const isCopy = (found: unknown): found is LocalCopy =>
  typeof found === 'object' &&
  found !== null &&
  ['tag', 'ancestor', 'text'].every((key) => typeof Reflect.get(found, key) === 'string');
