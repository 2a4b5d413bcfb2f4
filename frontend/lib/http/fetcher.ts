import { languageToSpeak } from '@/lib/words/preference';
import { ApiError, unreachable } from './api-error';
import { csrfToken } from './csrf';
import { ORGANIZATION_HEADER, drawnFor } from './drawn-for';
import { noteRequest } from './last-request';
import { readProblem } from './problem';
import { signedInAgain } from './signed-out';
import { newTraceParent } from './trace-parent';

const API = '/api/';
/** Visitors are told in the language of what they visit, which these requests name themselves. */
const VISITED = /^\/api\/v1\/(forms|track|confirmations)\//;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What generated hooks fail with, whatever body the document promises. */
export type ErrorType<Body> = ApiError & { readonly promised?: Body };

/**
 * The one way to the API: same origin, session cookie, CSRF header and a trace on unsafe methods.
 * What went wrong is answered in the language of the console.
 * Resolves with the parsed body, and throws `ApiError` for everything else. Where the session ended,
 * the person may sign in again in place, and the request is sent once more.
 */
export async function fetcher<T>(url: string, options: RequestInit = {}): Promise<T> {
  let response = await send(url, options);
  if (response.status === 401 && url.startsWith(API) && (await signedInAgain()))
    response = await send(url, options);
  const body = await parse(response);
  const requestId = response.headers.get('x-request-id');
  noteRequest(requestId);
  if (!response.ok) {
    throw new ApiError(readProblem(body, { status: response.status, requestId }), { body });
  }
  return body as T;
}

async function send(url: string, options: RequestInit): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json');
  if (url.startsWith(API) && !VISITED.test(url)) headers.set('Accept-Language', languageToSpeak());
  if (!SAFE.has((options.method ?? 'GET').toUpperCase())) {
    const token = csrfToken();
    if (token) headers.set('X-CSRFToken', token);
    const organization = drawnFor();
    if (organization) headers.set(ORGANIZATION_HEADER, organization);
    headers.set('traceparent', newTraceParent());
  }
  try {
    return await fetch(url, { credentials: 'same-origin', ...options, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable(error);
  }
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
