import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '@/lib/http/api-error';
import {
  giveCode,
  givePasskey,
  providerAddress,
  requestReset,
  resetPassword,
  signIn,
  signInWithPasskey,
  signUp,
  verifyEmail,
  type NewPerson,
  type Standing,
} from '@/lib/http/account/session';

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

/** Leaves for a provider to sign in there; `next` is the path to come back to. */
export function useProviderSignIn(next: string) {
  return useMutation<string, Error, string>({
    mutationFn: (provider) => providerAddress(provider, 'login', next),
    onSuccess: (address) => window.location.assign(address),
  });
}
