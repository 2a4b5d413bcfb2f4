import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/lib/http/api-error';

const ATTEMPTS = 2;

/** One client per browser tab. Only failures that could pass are tried again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < ATTEMPTS && error instanceof ApiError && error.retryable,
      },
      mutations: { retry: false },
    },
  });
}
