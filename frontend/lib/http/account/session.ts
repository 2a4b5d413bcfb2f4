import { ask, type Answer, type Flow } from './allauth';
import { ApiError } from '../api-error';
import { drawFor, drawnFor } from '../drawn-for';
import { fetcher } from '../fetcher';
import { passkeyGet } from './passkeys';

const ALREADY_SIGNED_IN = 409;

/** Where a sign-in stands: done, or waiting for a step. */
export type Standing = { done: boolean; waiting: Flow | null };

type Options = { request_options: { publicKey: unknown } };

export type Provider = { id: string; name: string };

export type SignInConfig = { providers: Provider[]; open: boolean; passkeys: boolean };

export type Invitation = {
  organization: string;
  email: string;
  role: string;
  has_account: boolean;
};

function standing(answer: Answer): Standing {
  const waiting = answer.data.flows?.find((flow) => flow.is_pending) ?? null;
  return { done: answer.status === 200, waiting };
}

/** What this Waybill offers to those who come. */
export async function readConfig(): Promise<SignInConfig> {
  type Config = {
    account: { is_open_for_signup: boolean };
    socialaccount: { providers: Provider[] };
    mfa: { passkey_login_enabled: boolean };
  };
  const { data } = await ask<Config>('GET', 'config');
  return {
    providers: data.socialaccount.providers,
    open: data.account.is_open_for_signup,
    passkeys: data.mfa.passkey_login_enabled,
  };
}

/** Where the sign-in of this browser stands now. */
export async function readStanding(): Promise<Standing> {
  return standing(await ask('GET', 'auth/session'));
}

/** Signs in with a password; a second factor may come next. Throws `ApiError`. */
export async function signIn(credentials: { email: string; password: string }): Promise<Standing> {
  try {
    return standing(await ask('POST', 'auth/login', credentials));
  } catch (error) {
    if (error instanceof ApiError && error.status === ALREADY_SIGNED_IN)
      return { done: true, waiting: null };
    throw error;
  }
}

/** Signs in with a passkey alone. */
export async function signInWithPasskey(): Promise<Standing> {
  return passkeyAt('auth/webauthn/login');
}

/** Finishes a sign-in with a code of an app, or a recovery code. */
export async function giveCode(code: string): Promise<Standing> {
  return standing(await ask('POST', 'auth/2fa/authenticate', { code }));
}

/** Finishes a sign-in with a passkey as the second factor. */
export async function givePasskey(): Promise<Standing> {
  return passkeyAt('auth/webauthn/authenticate');
}

async function passkeyAt(path: string): Promise<Standing> {
  const { data } = await ask<Options>('GET', path);
  const credential = await passkeyGet(data.request_options);
  return standing(await ask('POST', path, { credential }));
}

/** The address at the provider to go to; `next` is the path to come back to. */
export async function providerAddress(
  provider: string,
  process: 'login' | 'connect',
  next: string,
): Promise<string> {
  const body = { provider, process, next };
  const { data } = await ask<{ location: string }>('POST', 'auth/provider/redirect', body);
  return data.location;
}

/** Shows an invitation and keeps it for the sign-up. Throws `ApiError` when it opens nothing. */
export async function openInvitation(token: string): Promise<Invitation> {
  return (await ask<Invitation>('POST', 'auth/invitation', { token })).data;
}

export type NewPerson = {
  email: string;
  name: string;
  password?: string;
  organization?: string;
};

/** Signs up; with a provider there is no password. The address may have to be proved next. */
export async function signUp(person: NewPerson, withProvider = false): Promise<Standing> {
  const path = withProvider ? 'auth/provider/signup' : 'auth/signup';
  return standing(await ask('POST', path, person));
}

/** Proves an address with the key from its mail. */
export async function verifyEmail(key: string): Promise<Standing> {
  return standing(await ask('POST', 'auth/email/verify', { key }));
}

/** Asks for a mail with a link to a new password; the answer is the same for every address. */
export async function requestReset(email: string): Promise<void> {
  await ask('POST', 'auth/password/request', { email });
}

/** Sets a new password with the key from the mail, and signs in. */
export async function resetPassword(body: { key: string; password: string }): Promise<Standing> {
  return standing(await ask('POST', 'auth/password/reset', body));
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await ask('DELETE', 'auth/session');
}

/** The address of whoever is signed in now; null where nobody is. */
export async function readSignedIn(): Promise<string | null> {
  const answer = await ask<{ user?: { email?: string } }>('GET', 'auth/session');
  return (answer.status === 200 && answer.data.user?.email) || null;
}

/** Works for an organization in a session that has just begun, whatever that began with. */
export async function workFor(organization: string): Promise<void> {
  const before = drawnFor();
  drawFor(null);
  try {
    await fetcher('/api/v1/me/organization', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ organization_id: organization }),
    });
  } finally {
    drawFor(before);
  }
}
