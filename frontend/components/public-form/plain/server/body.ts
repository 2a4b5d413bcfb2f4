import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

type Sent = Pick<IncomingMessage, 'headers'> & AsyncIterable<Buffer>;

/** Why a body was not read. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';

  constructor(
    readonly reason: 'too_large' | 'unreadable',
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * The controls of a form that a browser sent, its files included. Nothing beyond `most` bytes is
 * read. Throws `BodyRefused`.
 */
export async function readBody(request: Sent, most: number): Promise<FormData> {
  if (Number(request.headers['content-length']) > most) throw new BodyRefused('too_large');
  const type = request.headers['content-type'] ?? '';
  const body = Readable.toWeb(Readable.from(bounded(request, most))) as ReadableStream<Uint8Array>;
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (cause) {
    throw refusalIn(cause) ?? new BodyRefused('unreadable', { cause });
  }
}

async function* bounded(request: Sent, most: number) {
  let taken = 0;
  for await (const chunk of request) {
    taken += chunk.length;
    if (taken > most) throw new BodyRefused('too_large');
    yield chunk;
  }
}

/** The refusal that made the reading fail, which may come wrapped in an error of the reader's. */
function refusalIn(error: unknown): BodyRefused | null {
  if (error instanceof BodyRefused) return error;
  return error instanceof Error && error.cause ? refusalIn(error.cause) : null;
}
