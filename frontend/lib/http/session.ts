import { ApiError } from './api-error';
import { fetcher } from './fetcher';

const SESSION = '/_allauth/browser/v1/auth/session';
const LOGIN = '/_allauth/browser/v1/auth/login';
const ALREADY_SIGNED_IN = 409;

/**
 * Signs a person in with allauth's browser API: the answer sets the session cookie. Reading the
 * session first sets the CSRF cookie, also when nobody is signed in (401).
 * Throws `ApiError`; a 400 carries the refused fields.
 */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await allowing(401, () => fetcher(SESSION));
  await allowing(ALREADY_SIGNED_IN, () =>
    fetcher(LOGIN, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(credentials),
    }),
  );
}

/** Ends the session. allauth answers 401 when it is over, which is what was asked for. */
export async function signOut(): Promise<void> {
  await allowing(401, () => fetcher(SESSION, { method: 'DELETE' }));
}

async function allowing(status: number, request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== status) throw error;
  }
}
