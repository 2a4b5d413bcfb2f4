import type { IncomingMessage } from 'node:http';
import { ApiError } from '@/lib/http/api-error';
import type { FormAnswers, FormServer } from '@/lib/http/server/form-server';
import { dataOf } from '../../answers/data';
import type { Typed } from '../../answers/typed';
import { isWithin } from '../../answers/names';
import { issuesOf } from '../../check/issues';
import { fileSize } from '@/lib/words/amounts/file-size';
import type { Form, Issue } from '../../form';
import { verdict } from '../../verdict';
import { wordsOf } from '../../words';
import { BodyRefused, readBody } from './body';
import { judge, type Judged } from './judge';
import { EMPTY, newPlain, type Plain } from '../plain';
import { readPost, type Post } from './read-post';
import { senderOf } from './sender';
import { submitOnce } from './submit-once';
import { uploadAll, withFiles } from './uploads';

/** The form is drawn again, with what was typed and what is wrong with it. */
export type Again = { status: number; given: Typed; faults: Issue[]; plain: Plain };

/** What the page knows of itself: the most that it reads, its origin, the form's own address. */
export type Here = { mostBytes: number; own: string; alone: string };

/** `mailedTo`: the answers wait until the link in a message to this address is followed. */
export type Answered = { token: string } | { mailedTo: string } | Again;

/** Takes a form that was sent by a browser without script. */
export async function answerPost(
  request: Pick<IncomingMessage, 'headers'> & AsyncIterable<Buffer>,
  form: Form,
  api: FormServer,
  here: Here,
): Promise<Answered> {
  const say = wordsOf(form);
  let body: FormData;
  try {
    body = await readBody(request, here.mostBytes);
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    const size = fileSize(here.mostBytes, form.language);
    const notice = say(`script.${error.reason}`, { size });
    const status = error.reason === 'too_large' ? 413 : 400;
    return { status, given: {}, faults: [], plain: { ...(await newPlain(api)), notice } };
  }
  const post = readPost(form, body);
  const sender = senderOf(request.headers, form.protection.allowed_origins, here.own);
  if (sender !== 'form') {
    const notice = say(`script.${sender}`, { address: here.alone });
    return {
      status: 403,
      given: post.typed,
      faults: [],
      plain: { ...(await newPlain(api)), notice },
    };
  }
  return new Answering(form, post, api).answer();
}

/** One sent form on its way: files, verdict, submission. */
class Answering {
  readonly #say;
  #plain: Plain;

  constructor(
    readonly form: Form,
    readonly post: Post,
    readonly api: FormServer,
  ) {
    this.#say = wordsOf(form);
    const { key, ticket, kept } = post;
    this.#plain = { ...EMPTY, key: key || crypto.randomUUID(), ticket, kept };
  }

  async answer(): Promise<Answered> {
    try {
      return await this.#answer();
    } catch (error) {
      if (error instanceof ApiError) return this.#refused(error);
      throw error;
    }
  }

  async #answer(): Promise<Answered> {
    const { form, post, api } = this;
    const { kept, faults } = await uploadAll(form, post, api);
    this.#plain.kept = kept;
    const long = tooLong(form, this.#given, post.hidden);
    if (long.length > 0) return this.#again(422, long);
    const judged = await judge(form, this.#given, api, post.hidden);
    this.#plain.hidden = [...judged.hidden];
    this.#plain.calculated = judged.calculated;
    if (post.wish.act !== 'send') return this.#again(200, faults);
    if (post.version !== form.version) return this.#changed();
    const { proof_of_work, without_script } = form.protection;
    if (proof_of_work && without_script === 'refuse')
      return this.#again(403, faults, this.#say('script.needed'));
    const more = [...post.hidden].filter((path) => !judged.hidden.has(path));
    const old = (field: string) => !more.some((path) => isWithin(field, path));
    const wrong = [...judged.faults.filter(({ field }) => old(field)), ...faults];
    if (wrong.length > 0) return this.#again(422, wrong);
    if (more.length > 0) return this.#again(200, [], this.#say('script.more_asked'));
    return proof_of_work
      ? { mailedTo: (await api.confirm(this.#answers(judged))).email }
      : { token: await this.#submit(judged) };
  }

  get #given(): Typed {
    return withFiles(this.post.typed, this.#plain.kept);
  }

  #answers({ data }: Judged): FormAnswers {
    const { version, language } = this.form;
    const { website, ticket } = this.post;
    return { data, version, language, protection: { website, ticket, proof: '' } };
  }

  async #submit(judged: Judged): Promise<string> {
    const accepted = await submitOnce(this.api, this.#answers(judged), this.#plain.key);
    return accepted.tracking_token;
  }

  #again(status: number, faults: Issue[], notice = ''): Again {
    return { status, given: this.#given, faults, plain: { ...this.#plain, notice } };
  }

  async #changed(): Promise<Again> {
    await this.#begin();
    return this.#again(409, [], this.#say('draft.changed'));
  }

  async #refused({ status, problem, requestId }: ApiError): Promise<Again> {
    const faults = issuesOf(problem.errors);
    if (status === 422 && faults.length > 0) return this.#again(422, faults);
    const longest = longestText(this.post.typed);
    if (status === 413 && longest)
      return this.#again(413, [{ field: longest, message: problem.detail }]);
    if (EXPIRED.has(problem.code)) {
      await this.#begin();
      return this.#again(403, [], this.#say('script.expired'));
    }
    const notice =
      problem.code === 'idempotency_key_reused'
        ? this.#say('already_sent.text')
        : status === 0 || status >= 500
          ? this.#say('fault.server')
          : problem.detail;
    this.#plain.requestId = requestId;
    return this.#again(status || 502, [], notice);
  }

  /** As if the page had been opened now. What was typed and the files stay. */
  async #begin(): Promise<void> {
    const { key, ticket } = await newPlain(this.api);
    this.#plain = { ...this.#plain, key, ticket };
  }
}

const LONG = 200_000;

/**
 * What is wrong with answers that are longer together than most forms' are. The API hangs up on a
 * body over its limit, before it has come, so that its refusal is not always heard.
 */
function tooLong(form: Form, typed: Typed, hidden: ReadonlySet<string>): Issue[] {
  const asked = (_: unknown, path: string) => !hidden.has(path);
  const data = dataOf(form.questions, typed, { language: form.language, asked });
  if (JSON.stringify(data).length < LONG) return [];
  return verdict(form, data).errors.map(({ field, message }) => ({ field, message }));
}

/** The question with the longest text: where a body that is too large is told. */
function longestText(typed: Typed): string | undefined {
  const texts = Object.entries(typed).flatMap(([key, entry]) =>
    typeof entry === 'string' ? [[key, entry.length] as const] : [],
  );
  return texts.sort(([, one], [, other]) => other - one)[0]?.[0];
}

const EXPIRED = new Set(['ticket_expired', 'ticket_needed']);
