import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '@/lib/http/api-error';
import {
  giveCode,
  givePasskey,
  openInvitation,
  readConfig,
  readStanding,
  requestReset,
  resetPassword,
  signIn,
  signInWithPasskey,
  signOut,
  signUp,
  verifyEmail,
  type NewPerson,
  type Standing,
} from '@/lib/http/session';

/** A step of signing in. When it is the last, whatever an earlier person had loaded is forgotten. */
function useStep<Input = void>(step: (input: Input) => Promise<Standing>) {
  const client = useQueryClient();
  return useMutation<Standing, ApiError, Input>({
    mutationFn: step,
    onSuccess: (standing) => {
      if (standing.done) client.clear();
    },
  });
}

export const useSignIn = () => useStep(signIn);
export const useSignInWithPasskey = () => useStep(signInWithPasskey);
export const useGiveCode = () => useStep(giveCode);
export const useGivePasskey = () => useStep(givePasskey);
export const useResetPassword = () => useStep(resetPassword);
export const useVerifyEmail = () => useStep(verifyEmail);
export const useSignUp = (withProvider: boolean) =>
  useStep((person: NewPerson) => signUp(person, withProvider));

export function useRequestReset() {
  return useMutation<unknown, ApiError, string>({ mutationFn: requestReset });
}

/** What is offered to those who come: providers, passkeys, open sign-up. */
export function useSignInConfig() {
  return useQuery({ queryKey: ['sign-in', 'config'], queryFn: readConfig, staleTime: 60_000 });
}

/** Where the sign-in of this browser stands, read once on arrival. */
export function useStanding() {
  return useQuery({
    queryKey: ['sign-in', 'standing'],
    queryFn: readStanding,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The invitation of a link; asked for once there is a token. */
export function useInvitation(token: string | null) {
  return useQuery({
    queryKey: ['sign-in', 'invitation', token],
    queryFn: () => openInvitation(token ?? ''),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation<unknown, ApiError>({ mutationFn: signOut, onSuccess: () => client.clear() });
}
