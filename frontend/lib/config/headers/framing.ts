import { contentSecurityPolicy } from './security';

/** How long a form's list of embedding pages is trusted before it is asked for again. */
const FRESH_MS = 30_000;
const TIMEOUT_MS = 2_000;
const MOST_FORMS = 500;

type Kept = { origins: string[]; until: number };
const kept = new Map<string, Kept>();

/** An origin as a policy takes it; anything that could write a second directive is left out. */
export function sourceOf(origin: unknown): string | null {
  if (typeof origin !== 'string' || !URL.canParse(origin)) return null;
  const url = new URL(origin);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return /^[a-z]+:\/\/[a-z0-9.\-[\]:]+$/.test(url.origin) ? url.origin : null;
}

/** The pages that a form lets embed it, from the public answer of the API. */
export function originsIn(form: unknown): string[] {
  const own = (form as { allowed_origins?: unknown } | null)?.allowed_origins;
  const list =
    own ??
    (form as { protection?: { allowed_origins?: unknown } } | null)?.protection?.allowed_origins;
  return Array.isArray(list) ? list.map(sourceOf).filter((one) => one !== null) : [];
}

async function ask(slug: string, api: string): Promise<string[]> {
  const address = new URL(`/api/v1/forms/${encodeURIComponent(slug)}`, api);
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  return answer.ok ? originsIn(await answer.json()) : [];
}

/** Whose pages may frame a form. Nobody's if the API cannot say: a form is then still shown. */
export async function framingOrigins(slug: string, api: string | undefined): Promise<string[]> {
  const now = Date.now();
  const known = kept.get(slug);
  if (known && known.until > now) return known.origins;
  if (!api) return [];
  const origins = await ask(slug, api).catch(() => known?.origins ?? []);
  if (kept.size >= MOST_FORMS) kept.clear();
  kept.set(slug, { origins, until: now + FRESH_MS });
  return origins;
}

/** Headers that decide who may frame a form; they replace the ones of every other page. */
export function framingHeaders(origins: readonly string[]): [string, string][] {
  const policy = contentSecurityPolicy({
    sentryDsn: process.env.NEXT_PUBLIC_SENTRY_DSN,
    dev: process.env.NODE_ENV === 'development',
    https: process.env.WAYBILL_PUBLIC_URL?.startsWith('https://') ?? false,
    frameAncestors: origins,
  });
  const framed = origins.length > 0;
  return [
    ['content-security-policy', policy],
    // Older than frame-ancestors and without a list: sent only where nobody may frame.
    ...(framed ? [] : ([['x-frame-options', 'DENY']] as [string, string][])),
    ['cross-origin-resource-policy', framed ? 'cross-origin' : 'same-origin'],
  ];
}
