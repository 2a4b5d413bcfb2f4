import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '@/lib/http/api-error';
import { signIn, signOut } from '@/lib/http/session';

type Credentials = { email: string; password: string };

/** Signs in, and forgets whatever an earlier person had loaded. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation<unknown, ApiError, Credentials>({
    mutationFn: signIn,
    onSuccess: () => client.clear(),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation<unknown, ApiError>({ mutationFn: signOut, onSuccess: () => client.clear() });
}
