import { useQuery } from '@tanstack/react-query';
import { lookAtDevice, useApproveDevice, useRefuseDevice } from '@/lib/api/endpoints/tokens/tokens';
import type { DeviceSignInOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';

/** The program that waits under a code. Each look counts as a try, so none is made unasked. */
export function useDevice(code: string) {
  return useQuery<DeviceSignInOut, ApiError>({
    queryKey: ['device', code],
    queryFn: ({ signal }) => lookAtDevice({ user_code: code }, { signal }),
    enabled: code !== '',
    staleTime: Infinity,
    retry: false,
    refetchOnReconnect: false,
  });
}

/** The person's answer. */
export function useDecision() {
  return { approve: useApproveDevice(), refuse: useRefuseDevice() };
}
