import { fileSize } from '@/lib/words/amounts/file-size';

const TIMEOUT_MS = 2_000;
/** For when the API cannot say it in the visitor's language. */
const ENGLISH =
  'The files are too large together: at most {size} can be sent at once. Go back, choose fewer or smaller ones, and send the form again.';

type Told = { title?: string; language?: string; words?: { script?: { too_large?: string } } };

/**
 * Says, in place of a form that is larger than anything that is read here, what to do. The way back
 * of the browser leads to the form as it was filled in.
 */
export async function tooLargePage(
  request: Request,
  slug: string,
  most: number,
): Promise<Response> {
  const { title = slug, language = 'en', words } = await told(request, slug);
  const size = fileSize(most, language);
  const sentence = (words?.script?.too_large ?? ENGLISH).replace('{size}', size);
  const html = `<!doctype html><html lang="${escaped(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><body style="max-width:34rem;margin:3rem auto;padding:0 1.25rem;font:1rem/1.55 system-ui,sans-serif"><h1 style="font-size:1.5rem">${escaped(title)}</h1><p role="alert">${escaped(sentence)}</p>`;
  return new Response(html, {
    status: 413,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

async function told(request: Request, slug: string): Promise<Told> {
  const api = process.env.WAYBILL_API_ORIGIN;
  if (!api) return {};
  const address = new URL(`/api/v1/forms/${encodeURIComponent(slug)}`, api);
  const language = new URL(request.url).searchParams.get('language');
  if (language) address.searchParams.set('language', language);
  const headers = { 'accept-language': request.headers.get('accept-language') ?? '' };
  try {
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? ((await answer.json()) as Told) : {};
  } catch {
    return {};
  }
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
