import { fetcher } from '@/lib/http/fetcher';

type Choices = {
  items: { value: string; label: string; detail?: string | null }[];
  stale: boolean;
  message: string;
};

export function getFormChoices(
  slug: string,
  key: string,
  params: { search: string; language: string },
  options: RequestInit,
): Promise<Choices> {
  const query = new URLSearchParams(params);
  const path = `/api/v1/forms/${encodeURIComponent(slug)}/choices/${encodeURIComponent(key)}`;
  return fetcher<Choices>(`${path}?${query}`, { ...options, method: 'GET' });
}
