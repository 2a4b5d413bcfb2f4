import { keepFiles } from '@/lib/http/upload';
import { heard, type FromForm, type ToForm } from '@/lib/forms/rehearsal';

const CHOICES = /\/api\/v1\/forms\/[^/]*\/choices\/([^/?]+)/;

export const tell = (message: FromForm): void =>
  window.parent.postMessage(message, window.location.origin);

/**
 * From here on nothing is asked of the server: choices of a connected system come from the editor,
 * who may read them, files stay in the browser, and all else is refused.
 */
export function answerFromEditor(): void {
  keepFiles(({ name, size, type }) => ({ id: crypto.randomUUID(), name, size, type }));
  const waiting = new Map<number, (answer: Response) => void>();
  let last = 0;
  window.addEventListener('message', (event) => {
    const message = heard<ToForm>(event, window.parent);
    if (message?.waybill !== 'found') return;
    const { id, items, message: sentence } = message;
    waiting.get(id)?.(Response.json({ items, stale: false, message: sentence }));
    waiting.delete(id);
  });
  window.fetch = (input) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    const [, path] = CHOICES.exec(url.pathname) ?? [];
    if (!path) return Promise.reject(new TypeError('A form that is only shown sends nothing.'));
    last += 1;
    const id = last;
    tell({
      waybill: 'sought',
      id,
      path: decodeURIComponent(path),
      search: url.searchParams.get('search') ?? '',
    });
    return new Promise((resolve) => waiting.set(id, resolve));
  };
}
