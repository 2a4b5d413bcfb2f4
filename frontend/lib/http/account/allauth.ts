import { ApiError } from '../api-error';
import { csrfToken } from '../csrf';
import { fetcher } from '../fetcher';

const ROOT = '/_allauth/browser/v1/';

/** One step that a sign-in waits for, or a way to show again who it is. */
export type Flow = { id: string; is_pending?: boolean; types?: string[] };

export type Answer<Data = unknown> = {
  status: number;
  data: Data & { flows?: Flow[] };
  meta?: Record<string, unknown>;
};

/** Somebody is signed in, but has to show again that it is them before this is done. */
export class IdentityNeeded extends Error {
  override readonly name = 'IdentityNeeded';
  constructor(readonly flows: Flow[]) {
    super('Show again that it is you.');
  }
}

/**
 * Asks allauth's browser API. A 401 is an answer, not a failure: it says what comes next.
 * Throws `IdentityNeeded` when that is to show again who it is, and `ApiError` for all else.
 */
export async function ask<Data = unknown>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  if (method !== 'GET' && csrfToken() === '') await ask('GET', 'auth/session');
  const options: RequestInit = { method, headers };
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { ...headers, 'Content-Type': 'application/json' };
  }
  try {
    return await fetcher<Answer<Data>>(ROOT + path, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const answer = error.body as Answer<Data> | undefined;
    if (!answer?.data) throw error;
    if (answer.meta?.is_authenticated === true) throw new IdentityNeeded(answer.data.flows ?? []);
    return answer;
  }
}
