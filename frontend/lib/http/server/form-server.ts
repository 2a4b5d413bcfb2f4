import type { IncomingHttpHeaders } from 'node:http';
import {
  getGetFormChoicesUrl,
  getGetFormTicketUrl,
  getRequestConfirmationUrl,
  getSubmitFormUrl,
  getUploadFormFileUrl,
} from '@/lib/api/endpoints/forms/forms';
import type {
  AcceptedOut,
  FormChoicesOut,
  FormSubmissionIn,
  FormTicketOut,
  GetFormChoicesParams,
  MailedOut,
  UploadOut,
} from '@/lib/api/model';
import { fetcher } from '../fetcher';
import { passedOn } from './passed-on';

/** What the API finds about a form's answers, by path: `data.lines.0.part`. */
export type Verdict = {
  errors: { field: string; message: string }[];
  hidden: string[];
  calculated: Record<string, unknown>;
};

/** The answers of a form, in the language that its faults are told in. */
export type FormAnswers = FormSubmissionIn & { language: string };

/** The form's API, as this process asks it in the name of a visitor whose browser runs no script. */
export class FormServer {
  readonly #slug: string;
  readonly #headers: Headers;

  constructor(slug: string, visitor: IncomingHttpHeaders) {
    this.#slug = slug;
    this.#headers = passedOn(visitor);
  }

  /** What a connected system offers for one question: `lines.part` for one of every row. */
  choices(slug: string, path: string, asked: GetFormChoicesParams): Promise<FormChoicesOut> {
    return this.#ask<FormChoicesOut>(getGetFormChoicesUrl(slug, path, asked), {});
  }

  ticket(): Promise<FormTicketOut> {
    return this.#ask<FormTicketOut>(getGetFormTicketUrl(this.#slug), {});
  }

  upload(fields: Record<string, string>, file: File): Promise<UploadOut> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('file', file);
    return this.#ask<UploadOut>(getUploadFormFileUrl(this.#slug), { method: 'POST', body });
  }

  check(answers: Omit<FormAnswers, 'protection'>): Promise<Verdict> {
    return this.#send<Verdict>(`/api/v1/forms/${this.#slug}/check`, answers, {});
  }

  /** The same `key` sent twice makes one submission. */
  submit(answers: FormAnswers, key: string): Promise<AcceptedOut> {
    return this.#send(getSubmitFormUrl(this.#slug), answers, { 'Idempotency-Key': key });
  }

  /** Keeps the answers until the link in the message to `email` is followed. */
  confirm(answers: FormAnswers): Promise<MailedOut> {
    return this.#send(getRequestConfirmationUrl(this.#slug), answers, {});
  }

  #send<T>(path: string, body: unknown, more: Record<string, string>): Promise<T> {
    const headers = { 'Content-Type': 'application/json', ...more };
    return this.#ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  #ask<T>(path: string, options: RequestInit): Promise<T> {
    const origin = process.env.WAYBILL_API_ORIGIN;
    if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
    const headers = new Headers(this.#headers);
    new Headers(options.headers).forEach((value, name) => headers.set(name, value));
    return fetcher<T>(new URL(path, origin).href, { ...options, headers });
  }
}
