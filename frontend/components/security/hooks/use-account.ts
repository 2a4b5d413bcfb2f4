import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  hasPassword,
  readAddresses,
  readAuthenticators,
  readLinked,
  readSessions,
} from '@/lib/http/account/account';

const ROOT = 'account';

const read = <Data>(name: string, queryFn: () => Promise<Data>) => ({
  queryKey: [ROOT, name],
  queryFn,
});

export const useAuthenticators = () => useQuery(read('authenticators', readAuthenticators));
export const useSessions = () => useQuery(read('sessions', readSessions));
export const useLinked = () => useQuery(read('linked', readLinked));
export const useAddresses = () => useQuery(read('addresses', readAddresses));
export const useHasPassword = () => useQuery(read('has-password', hasPassword));

/** A change to the person's account; whatever is shown of it is read again afterwards. */
export function useAccountChange<Output, Input>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: [ROOT] }),
  });
}
