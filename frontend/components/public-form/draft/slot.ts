import { loadDraft, randomKey } from './draft';

const PREFIX = 'waybill:draft:';
/** How long a page that is reloaded waits for the one before it to let go. */
const PATIENCE_MS = 1_000;

/**
 * The name under which this tab keeps its draft of a form. Two open tabs never share one: a tab
 * holds a lock on its name. A new tab goes on with a draft that no open tab holds. Where a browser
 * has no locks, a tab goes on with its own draft alone.
 */
export async function claimSlot(slug: string): Promise<string> {
  const own = remembered(slug);
  if (own !== null && (await hold(own, true))) return own;
  for (const name of keptBy(slug))
    if (name !== own && (await hold(name, false))) return remember(slug, name);
  const fresh = `${PREFIX}${slug}:${randomKey()}`;
  await hold(fresh, false);
  return remember(slug, fresh);
}

/** Resolves with whether this page holds the name, which it then does until it is closed. */
function hold(name: string, own: boolean): Promise<boolean> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return Promise.resolve(own);
  const options: LockOptions = own
    ? { signal: AbortSignal.timeout(PATIENCE_MS) }
    : { ifAvailable: true };
  return new Promise((resolve) => {
    locks
      .request(name, options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/** Names of the drafts of this form on this device, the latest first. */
function keptBy(slug: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${PREFIX}${slug}:`))
      .map((name) => ({ name, savedAt: loadDraft(name)?.savedAt ?? 0 }))
      .sort((a, b) => b.savedAt - a.savedAt)
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function remembered(slug: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + slug);
  } catch {
    return null;
  }
}

function remember(slug: string, name: string): string {
  try {
    sessionStorage.setItem(PREFIX + slug, name);
  } catch {
    return name;
  }
  return name;
}
