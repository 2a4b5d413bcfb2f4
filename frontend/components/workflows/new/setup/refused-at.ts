import type { ApiError } from '@/lib/http/api-error';

/** What the API refused, by the field of the setup; null where it belongs to none. */
export function refusedAt({ problem }: ApiError): Record<string, string> | null {
  if (problem.code === 'workflow_exists') return { slug: problem.detail };
  const known = problem.errors.filter(({ field }) => KNOWN.test(field));
  if (known.length === 0) return null;
  return Object.fromEntries(known.map(({ field, message }) => [field, message]));
}

const KNOWN = /^(name|slug|address|connections\.[^.]+|values\.[^.]+)$/;
