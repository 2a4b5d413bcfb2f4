import type { IncomingMessage } from 'node:http';
import type { ApiError } from '@/lib/http/api-error';
import { awayWords } from './away-words';
import type { TroubleTold } from './trouble';

/** What a page shows in place of itself. */
export type TroubleProps = {
  trouble: TroubleTold;
  /** For the document around it. */
  spoken: { language: string; direction: 'ltr' | 'rtl' };
};

type Asked = Pick<IncomingMessage, 'headers' | 'method'> & { language?: string };

/** What the page is about: its address cannot be read where it has no answer. */
type Subject = 'form' | 'submission' | 'confirmation';

/**
 * What a visitor is told of a failed request, and the status of the answer. In the words of the API,
 * which speaks their language; where it gave none, in those that are kept here. `again`: where a
 * reader may try again.
 */
export function troubleOf(
  error: ApiError,
  asked: Asked,
  subject: Subject,
  again: string,
): { status: number; props: TroubleProps } {
  const { status, problem, requestId } = error;
  const wanted = [asked.language, asked.headers['accept-language']].filter(Boolean).join(',');
  const { language, words } = awayWords(wanted);
  const spoken = { language, direction: words.direction };
  const { title, again: label, request } = words;
  const sending = asked.method === 'POST';
  const wordless = status === 0 || problem.code === `http_${status}`;
  const unreadable = status === 422;
  const said = wordless ? (sending ? words.unsent : words.text) : problem.detail;
  const passing = error.retryable && {
    words: { title, again: label, request },
    requestId,
    again: sending ? null : again,
  };
  return {
    status: unreadable ? 404 : status || 502,
    props: {
      trouble: { detail: unreadable ? words[subject] : said, passing: passing || null },
      spoken,
    },
  };
}
