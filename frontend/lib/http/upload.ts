import type { UploadOut } from '@/lib/api/model';
import { ApiError, unreachable } from './api-error';
import { readProblem } from './problem';

type Options = {
  fields: Record<string, string>;
  file: File;
  signal: AbortSignal;
  onProgress: (part: number) => void;
};

let keep: ((file: File) => UploadOut) | null = null;

/** From here on no file leaves the browser: what is given stands for having sent it. */
export function keepFiles(next: (file: File) => UploadOut): void {
  keep = next;
}

/**
 * Sends one file. `fetch` does not tell how far an upload is, so this asks the older way. Rejects
 * with `ApiError`, and with an `AbortError` when the signal says so.
 */
export function uploadFile(url: string, options: Options): Promise<UploadOut> {
  const { fields, file, signal, onProgress } = options;
  if (keep) return Promise.resolve(keep(file));
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    if (fields.language) request.setRequestHeader('Accept-Language', fields.language);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 201) return resolve(answer as UploadOut);
      const requestId = request.getResponseHeader('x-request-id');
      return reject(new ApiError(readProblem(answer, { status: request.status, requestId })));
    };
    request.onerror = () => reject(unreachable(new Error('network')));
    request.onabort = () => reject(new DOMException('Removed', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
