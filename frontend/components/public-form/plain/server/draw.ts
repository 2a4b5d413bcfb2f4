import type { IncomingMessage } from 'node:http';
import type { FormServer } from '@/lib/http/server/form-server';
import { emptyAnswers, type Typed } from '../../answers/typed';
import type { Form } from '../../form';
import type { Start } from '../../hooks/use-public-form';
import { answerPost, type Here } from './answer-post';
import { judge } from './judge';
import { EMPTY, newPlain } from '../plain';

/** What a page of the form begins with, besides what every page of it has. */
export type Drawn = Pick<Start, 'given' | 'faults' | 'plain' | 'sentLink' | 'mailedTo'>;

/** A form that is opened: what its link brought along, and what is asked with that. */
export async function drawOpened(form: Form, api: FormServer, given: Typed): Promise<Drawn> {
  const typed = { ...emptyAnswers(form.questions), ...given };
  const [plain, judged] = await Promise.all([
    newPlain(api),
    // What cannot be judged yet is asked: the form itself must not fail for that.
    judge(form, typed, api, new Set()).catch(() => null),
  ]);
  if (!judged) return { given, plain };
  return { given, plain: { ...plain, hidden: [...judged.hidden], calculated: judged.calculated } };
}

type Sent = { drawn: Drawn; status: number } | { goTo: string };

/** A form that was sent without script: where that leads, or what is drawn. */
export async function drawSent(
  request: Pick<IncomingMessage, 'headers'> & AsyncIterable<Buffer>,
  form: Form,
  api: FormServer,
  here: Here,
): Promise<Sent> {
  const answered = await answerPost(request, form, api, here);
  if ('mailedTo' in answered)
    return { status: 202, drawn: { given: {}, plain: EMPTY, mailedTo: answered.mailedTo } };
  if (!('token' in answered)) {
    const { status, given, faults, plain } = answered;
    return { status, drawn: { given, faults, plain } };
  }
  const link = `/t/${encodeURIComponent(answered.token)}`;
  // The tracking page is never framed.
  if (request.headers['sec-fetch-dest'] !== 'iframe') return { goTo: link };
  return { status: 200, drawn: { given: {}, plain: EMPTY, sentLink: link } };
}
