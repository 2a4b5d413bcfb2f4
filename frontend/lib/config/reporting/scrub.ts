/** Nothing about the person, the headers or the bodies is collected in the first place. */
export const COLLECT_NOTHING = {
  userInfo: false,
  cookies: false,
  httpHeaders: false,
  httpBodies: [],
  urlQueryParams: false,
};

const TOKEN = /(\/t\/|\/track\/)[^/?#\s"']+/g;
const QUERY = /(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g;

/**
 * A tracking token opens one submission to whoever holds it, so no report may carry one.
 * Query strings go too: the search of the submissions list may hold an e-mail address.
 */
export function scrubText(text: string): string {
  return text.replace(QUERY, '$1').replace(TOKEN, '$1[token]');
}

/** Cleans every string of an event, and takes the person and the request's extras out of it. */
export function scrubEvent<Event extends object>(event: Event): Event {
  const clean = scrub(event) as Event & { user?: unknown; request?: { url?: string } };
  delete clean.user;
  if (clean.request) clean.request = clean.request.url ? { url: clean.request.url } : {};
  return clean;
}

function scrub(value: unknown): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (Array.isArray(value)) return value.map(scrub);
  if (
    value === null ||
    typeof value !== 'object' ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scrub(inner)]));
}
