import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createApiKey,
  createOauthClient,
  listApiKeys,
  listOauthClients,
  revokeApiKey,
  revokeOauthClient,
  rotateApiKey,
  rotateOauthClient,
} from '@/lib/api/endpoints/keys/keys';
import type { ApiKeyOut, CredentialIn, OAuthClientOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';

/** An API key or an OAuth client; `handle` is what it is known by outside. */
export type Credential = Omit<ApiKeyOut, 'prefix'> & { handle: string };
export type IssuedCredential = Credential & { secret: string };
export type CredentialKind = 'key' | 'client';
export type Rotation = { id: string; previousUntil: string | null };

const PAGE = { limit: 100 };

function key<T extends ApiKeyOut>({ prefix, ...rest }: T) {
  return { ...rest, handle: prefix };
}

function client<T extends OAuthClientOut>({ client_id, ...rest }: T) {
  return { ...rest, handle: client_id };
}

type Calls = {
  list: (signal: AbortSignal) => Promise<Credential[]>;
  create: (data: CredentialIn) => Promise<IssuedCredential>;
  rotate: (rotation: Rotation) => Promise<IssuedCredential>;
  revoke: (id: string) => Promise<unknown>;
};

const CALLS: Record<CredentialKind, Calls> = {
  key: {
    list: async (signal) => (await listApiKeys(PAGE, { signal })).items.map(key),
    create: async (data) => key(await createApiKey(data)),
    rotate: async ({ id, previousUntil }) =>
      key(await rotateApiKey(id, { previous_until: previousUntil })),
    revoke: revokeApiKey,
  },
  client: {
    list: async (signal) => (await listOauthClients(PAGE, { signal })).items.map(client),
    create: async (data) => client(await createOauthClient(data)),
    rotate: async ({ id, previousUntil }) =>
      client(await rotateOauthClient(id, { previous_until: previousUntil })),
    revoke: revokeOauthClient,
  },
};

/** The organization's newest keys or clients, those that are over as well. */
export function useCredentials(kind: CredentialKind) {
  return useQuery<Credential[], ApiError>({
    queryKey: ['credentials', kind],
    queryFn: ({ signal }) => CALLS[kind].list(signal),
  });
}

/** What can be done with them. A secret is in the answer to `create` and `rotate` alone. */
export function useManageCredentials(kind: CredentialKind) {
  const queries = useQueryClient();
  const renew = {
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: ['credentials', kind] }),
  };
  return {
    create: useMutation<IssuedCredential, ApiError, CredentialIn>({
      mutationFn: CALLS[kind].create,
      ...renew,
    }),
    rotate: useMutation<IssuedCredential, ApiError, Rotation>({
      mutationFn: CALLS[kind].rotate,
      ...renew,
    }),
    revoke: useMutation<unknown, ApiError, string>({
      mutationFn: (id) => CALLS[kind].revoke(id),
      ...renew,
    }),
  };
}
