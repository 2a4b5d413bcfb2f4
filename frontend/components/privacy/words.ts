import type { PrivacyRequestOut, RequestStatus } from '@/lib/api/model';

export const STATUS_WORDS: Record<RequestStatus, string> = {
  searching: 'Searching',
  found: 'Found',
  erasing: 'Erasing',
  waiting: 'Waiting',
  erased: 'Erased',
  expired: 'Forgotten',
};

/** How a search stands, in one sentence. */
export function statusSentence(request: PrivacyRequestOut): string {
  const count = (n: number) =>
    `${n.toLocaleString('en')} ${n === 1 ? 'submission' : 'submissions'}`;
  switch (request.status) {
    case 'searching':
      return `Looking: ${request.looked_at.toLocaleString('en')} of about ${count(request.total)} so far.`;
    case 'found':
      return request.found === 0
        ? 'Nothing is kept about this person.'
        : `${count(request.found)} found.`;
    case 'erasing':
      return `Erasing: ${request.erased.toLocaleString('en')} of ${count(request.found)} done.`;
    case 'waiting':
      return `${count(request.erased)} erased. The rest is still on its way.`;
    case 'erased':
      return `${count(request.erased)} erased. States, times and counts were kept.`;
    case 'expired':
      return 'A week has passed, so whom this was about is forgotten. Search again if need be.';
  }
}
