import { ask, type Flow } from './allauth';
import { passkeyCreate, passkeyGet } from './passkeys';
import type { Provider } from './session';

export type Authenticator = {
  id?: number;
  type: 'totp' | 'recovery_codes' | 'webauthn';
  name?: string;
  created_at: number;
  last_used_at: number | null;
  unused_code_count?: number;
  total_code_count?: number;
};

export type Session = {
  id: number;
  ip: string;
  user_agent: string;
  created_at: number;
  is_current: boolean;
};

export type Linked = { uid: string; display: string; provider: Provider };

export type Address = { email: string; verified: boolean; primary: boolean };

export type NewApp = { secret: string; svg: string };

const KEYS = 'account/authenticators/webauthn';
const APP = 'account/authenticators/totp';
const CODES = 'account/authenticators/recovery-codes';

export const readAuthenticators = async () =>
  (await ask<Authenticator[]>('GET', 'account/authenticators')).data as Authenticator[];

export const readSessions = async () =>
  (await ask<Session[]>('GET', 'auth/sessions')).data as Session[];

export const readLinked = async () =>
  (await ask<Linked[]>('GET', 'account/providers')).data as Linked[];

export const readAddresses = async () =>
  (await ask<Address[]>('GET', 'account/email')).data as Address[];

/** Whether the person has a password: those who came with a provider have none at first. */
export async function hasPassword(): Promise<boolean> {
  type User = { user: { has_usable_password: boolean } };
  return (await ask<User>('GET', 'auth/session')).data.user.has_usable_password;
}

export const endSessions = (sessions: number[]) => ask('DELETE', 'auth/sessions', { sessions });

export const unlink = ({ provider, uid }: Linked) =>
  ask('DELETE', 'account/providers', { provider: provider.id, account: uid });

export const changePassword = (body: { current_password?: string; new_password: string }) =>
  ask('POST', 'account/password/change', body);

export const changeAddress = (email: string) => ask('POST', 'account/email', { email });

/** A secret for an authenticator app, not yet in force. */
export async function offerApp(): Promise<NewApp> {
  const offered = await fetchOffer();
  return { secret: offered.secret, svg: offered.totp_svg };
}

type Offer = { secret: string; totp_svg: string };

/** allauth answers 404 with the offer while there is no app. */
async function fetchOffer(): Promise<Offer> {
  try {
    await ask('GET', APP);
  } catch (error) {
    const meta = (error as { body?: { meta?: Offer } }).body?.meta;
    if (meta?.secret) return meta;
    throw error;
  }
  throw new Error('There is an authenticator app already. Reload the page.');
}

export const addApp = (code: string) => ask('POST', APP, { code });

export const removeApp = () => ask('DELETE', APP);

type Codes = { unused_codes?: string[] };

/** The recovery codes that were just made; they can be read once. */
export const readCodes = async () => (await ask<Codes>('GET', CODES)).data.unused_codes ?? [];

export const renewCodes = async () => (await ask<Codes>('POST', CODES, {})).data.unused_codes ?? [];

/** Has the device make a passkey and adds it. Resolves with whether recovery codes came with it. */
export async function addPasskey(name: string): Promise<boolean> {
  type Creation = { creation_options: { publicKey: unknown } };
  const { data } = await ask<Creation>('GET', `${KEYS}?passwordless`);
  const credential = await passkeyCreate(data.creation_options);
  const added = await ask('POST', KEYS, { name, credential });
  return added.meta?.recovery_codes_generated === true;
}

export const removePasskey = (id: number) => ask('DELETE', KEYS, { authenticators: [id] });

/** Shows again who it is: with the password, a code, or a passkey. */
export const showPassword = (password: string) => ask('POST', 'auth/reauthenticate', { password });

export const showCode = (code: string) => ask('POST', 'auth/2fa/reauthenticate', { code });

export async function showPasskey(): Promise<void> {
  type Request = { request_options: { publicKey: unknown } };
  const { data } = await ask<Request>('GET', 'auth/webauthn/reauthenticate');
  const credential = await passkeyGet(data.request_options);
  await ask('POST', 'auth/webauthn/reauthenticate', { credential });
}

/** The kinds of proof that these flows take. */
export function proofs(flows: Flow[]): { password: boolean; code: boolean; passkey: boolean } {
  const types = flows.find((flow) => flow.id === 'mfa_reauthenticate')?.types ?? [];
  return {
    password: flows.some((flow) => flow.id === 'reauthenticate'),
    code: types.includes('totp') || types.includes('recovery_codes'),
    passkey: types.includes('webauthn'),
  };
}
