import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  changeConnection,
  deleteConnection,
  getGetConnectionQueryKey,
  getListConnectionsQueryKey,
  limitConnection,
  replaceCredentials,
  usePauseConnection,
  useResumeConnection,
  useTestConnection,
  useTryConnectionChanges,
} from '@/lib/api/endpoints/connections/connections';
import type { ConnectionChangeIn, ConnectionOut, CredentialsIn, LimitsIn } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';

/** Somebody else's change since is not overwritten: the server then answers 412. */
const ifStill = ({ revision }: ConnectionOut) => ({ headers: { 'If-Match': `"${revision}"` } });

/**
 * What may be done with a connection. Each answer is its new state, shown at once; after a refusal
 * the page shows what is there now.
 */
export function useChanges(connection: ConnectionOut) {
  const client = useQueryClient();
  const { slug } = connection;
  const refresh = () => {
    for (const name of [slug, connection.id])
      void client.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          typeof key === 'string' && key.startsWith(getGetConnectionQueryKey(name)[0]),
      });
    void client.invalidateQueries({ queryKey: getListConnectionsQueryKey() });
  };
  const show = (changed: ConnectionOut) => {
    for (const name of [slug, connection.id])
      client.setQueryData(getGetConnectionQueryKey(name), changed);
    refresh();
  };
  const options = { onSuccess: show, onError: refresh };
  return {
    test: useTestConnection({ mutation: { onSettled: refresh } }),
    attempt: useTryConnectionChanges({ mutation: { gcTime: 0 } }),
    pause: usePauseConnection({ mutation: options }),
    resume: useResumeConnection({ mutation: options }),
    limit: useMutation<ConnectionOut, ApiError, LimitsIn>({
      mutationFn: (data) => limitConnection(slug, data, ifStill(connection)),
      ...options,
    }),
    change: useMutation<ConnectionOut, ApiError, ConnectionChangeIn>({
      mutationFn: (data) => changeConnection(slug, data, ifStill(connection)),
      ...options,
    }),
    rotate: useMutation<ConnectionOut, ApiError, CredentialsIn>({
      mutationFn: (data) => replaceCredentials(slug, data, ifStill(connection)),
      gcTime: 0,
      ...options,
    }),
    remove: useMutation<unknown, ApiError, undefined>({
      mutationFn: () => deleteConnection(slug, ifStill(connection)),
      onSuccess: () => void client.invalidateQueries({ queryKey: getListConnectionsQueryKey() }),
      onError: refresh,
    }),
  };
}
