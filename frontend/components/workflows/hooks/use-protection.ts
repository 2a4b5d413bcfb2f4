import { useQueryClient } from '@tanstack/react-query';
import {
  getGetProtectionQueryKey,
  useChangeProtection,
  useGetProtection,
} from '@/lib/api/endpoints/workflows/workflows';

export const useProtection = (slug: string) => useGetProtection(slug);

export function useProtectionChange(slug: string) {
  const client = useQueryClient();
  return useChangeProtection({
    mutation: {
      onSuccess: (changed) => client.setQueryData(getGetProtectionQueryKey(slug), changed),
    },
  });
}
