import { useMutation } from '@tanstack/react-query';
import { submitForm } from '@/lib/api/endpoints/forms/forms';
import type { AcceptedOut, FormOut, FormProofIn } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';

export type Sending = {
  data: Record<string, unknown>;
  idempotencyKey: string;
  protection: FormProofIn;
};

/**
 * Sends the answers of a public form. The same key sent twice makes one submission, so a lost
 * answer may be retried without fear. They are judged by the version that the page was drawn from.
 */
export function useFormSubmit({ slug, version }: FormOut) {
  return useMutation<AcceptedOut, ApiError, Sending>({
    mutationFn: ({ data, idempotencyKey, protection }) =>
      submitForm(
        slug,
        { data, protection, version },
        { headers: { 'Idempotency-Key': idempotencyKey } },
      ),
  });
}
