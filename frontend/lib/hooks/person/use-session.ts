import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '@/lib/http/api-error';
import { readConfig, signOut } from '@/lib/http/account/session';

/** What is offered to those who come: providers, passkeys, open sign-up. */
export function useSignInConfig() {
  return useQuery({ queryKey: ['sign-in', 'config'], queryFn: readConfig, staleTime: 60_000 });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation<unknown, ApiError>({ mutationFn: signOut, onSuccess: () => client.clear() });
}
