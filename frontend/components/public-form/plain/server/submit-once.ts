import type { AcceptedOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import type { FormAnswers, FormServer } from '@/lib/http/server/form-server';

const WAITS_MS = [300, 700, 1_500];

/** Sends the answers. While a first click's request is still on its way, waits for what it makes. */
export async function submitOnce(
  api: FormServer,
  answers: FormAnswers,
  key: string,
): Promise<AcceptedOut> {
  for (const wait of WAITS_MS) {
    try {
      return await api.submit(answers, key);
    } catch (error) {
      const running =
        error instanceof ApiError && error.problem.code === 'idempotency_key_in_progress';
      if (!running) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return api.submit(answers, key);
}
