import { createHash, timingSafeEqual } from 'node:crypto';

const SHORTEST_SECRET = 32;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 50;

type Asked = {
  method?: string | undefined;
  headers: { authorization?: string | undefined };
  body: unknown;
};
export type Refusal = {
  status: number;
  code: string;
  title: string;
  detail: string;
  allow?: string;
};

/** Why this request may not have a form's page built anew, or null. */
export function refusalOf(asked: Asked, secret: string | undefined): Refusal | null {
  if (asked.method !== 'POST')
    return {
      status: 405,
      code: 'method_not_allowed',
      title: 'Method not allowed',
      detail: 'Send a POST request.',
      allow: 'POST',
    };
  if (!secret || secret.length < SHORTEST_SECRET)
    return {
      status: 503,
      code: 'secret_not_configured',
      title: 'The web process is not configured',
      detail: `Set WAYBILL_REVALIDATE_SECRET to at least ${SHORTEST_SECRET} characters and start the web process again.`,
    };
  if (!same(asked.headers.authorization ?? '', `Bearer ${secret}`))
    return {
      status: 401,
      code: 'unauthorized',
      title: 'Not signed in',
      detail: 'Send the secret of WAYBILL_REVALIDATE_SECRET as a bearer token.',
    };
  if (!isSlug((asked.body as { slug?: unknown } | null | undefined)?.slug))
    return {
      status: 422,
      code: 'invalid_input',
      title: 'The input was refused',
      detail: 'Name the form: {"slug": "new-customer"}.',
    };
  return null;
}

function isSlug(slug: unknown): boolean {
  return typeof slug === 'string' && slug.length <= LONGEST_SLUG && SLUG.test(slug);
}

/** Takes equally long wherever they differ: their hashes have one length. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(hash(one), hash(other));
}

const hash = (text: string) => createHash('sha256').update(text).digest();
