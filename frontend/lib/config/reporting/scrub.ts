/** Nothing about the person, the headers or the bodies is collected in the first place. */
export const COLLECT_NOTHING = {
  userInfo: false,
  cookies: false,
  httpHeaders: false,
  httpBodies: [],
  urlQueryParams: false,
};

/** Addresses with a token in them; not the name of a page's file, which has `[token]` there. */
const TOKEN =
  /(\/(?:t|track|confirm|confirmations|invitations|reset-password|verify-email)\/)(?!\[|%5B)[^/?#\s"']+/g;
const QUERY = /((?:https?:\/\/|(?<![\w.])\/)[^\s?#"']*)[?#][^\s"']*/g;
const EMAIL = /[^\s@<>"'()[\]{},;:/]+@[^\s@<>"'()[\]{},;:/]+\.[^\s@<>"'()[\]{},;:/]+/g;
const KEY = /\bBearer\s+\S+|\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const QUOTED = /"[^"]*"|“[^”]*”|„[^“]*“/g;

const KEPT_CONTEXTS = ['trace', 'runtime', 'os', 'browser'];
const KEPT_OF_TRACE = ['trace_id', 'span_id', 'parent_span_id', 'op', 'status', 'origin'];
const KEPT_EXTRA = ['componentStack', 'request_id'];
const LONGEST = 300;

/**
 * A tracking token opens one submission to whoever holds it, so no report may carry one.
 * Query strings go too: the search of the submissions list may hold an e-mail address.
 */
export function scrubText(text: string): string {
  return text
    .replace(QUERY, '$1')
    .replace(TOKEN, '$1[token]')
    .replace(EMAIL, '[address]')
    .replace(KEY, '[key]');
}

/** The first line of a message. What it quotes may be an answer: `JSON.parse` quotes its input. */
function scrubMessage(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return scrubText(line.replace(QUOTED, '[text]')).slice(0, LONGEST);
}

type Fields = Record<string, unknown>;
type Scrubbed = {
  user?: unknown;
  server_name?: unknown;
  modules?: unknown;
  breadcrumbs?: unknown;
  message?: string;
  request?: { url?: string };
  contexts?: Record<string, Fields>;
  extra?: Fields;
  exception?: { values?: { type?: string; value?: string }[] };
  spans?: { data?: unknown; description?: string }[];
};

/** Leaves of an event where what broke, in which version and in what: nothing of the person. */
export function scrubEvent<Event extends object>(event: Event): Event {
  const clean = scrub(event) as Event & Scrubbed;
  delete clean.user;
  delete clean.server_name;
  delete clean.modules;
  delete clean.breadcrumbs;
  if (clean.request) clean.request = clean.request.url ? { url: clean.request.url } : {};
  if (clean.message) clean.message = scrubMessage(clean.message);
  if (clean.extra) clean.extra = only(clean.extra, KEPT_EXTRA);
  if (clean.contexts) {
    clean.contexts = only(clean.contexts, KEPT_CONTEXTS);
    if (clean.contexts.trace) clean.contexts.trace = only(clean.contexts.trace, KEPT_OF_TRACE);
  }
  for (const each of clean.exception?.values ?? []) {
    // What the API said of a request may quote what was sent.
    if (each.type === 'ApiError') each.value = '';
    else if (each.value) each.value = scrubMessage(each.value);
  }
  for (const span of clean.spans ?? []) delete span.data;
  return clean;
}

function only<Value>(all: Record<string, Value>, names: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
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
