import { useState } from 'react';
import { submitForm } from '@/lib/api/endpoints/forms/forms';
import type { FormProofIn } from '@/lib/api/model';
import { ApiError, unreachable } from '@/lib/http/api-error';
import type { Data } from '../answers/data';
import type { Form } from '../form';

export type Sending = { data: Data; idempotencyKey: string; protection: FormProofIn };

/**
 * Sends the answers of a public form. The same key sent twice makes one submission, so a lost
 * answer may be retried without fear. They are judged by the version that the page was drawn from.
 */
export function useSend({ slug, version, language }: Form) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  /** The token of the tracking page; throws `ApiError`, and keeps it. */
  async function send({ data, idempotencyKey, protection }: Sending): Promise<string> {
    setPending(true);
    setError(null);
    try {
      const body = { data, protection, version, language };
      const headers = { 'Idempotency-Key': idempotencyKey, 'Accept-Language': language };
      return (await submitForm(slug, body, { headers })).tracking_token;
    } catch (caught) {
      const failure = caught instanceof ApiError ? caught : unreachable(caught);
      setError(failure);
      throw failure;
    } finally {
      setPending(false);
    }
  }

  return { send, pending, error, reset: () => setError(null) };
}
