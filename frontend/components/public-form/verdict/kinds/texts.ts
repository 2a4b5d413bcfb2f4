import { clean, length, strip, withoutFormats } from '../clean';
import { fault, type Answer, type Schema, type VerdictQuestion } from '../form';
import { judged } from '../schema';

export function textAnswer(value: unknown, question: VerdictQuestion, schema: Schema): Answer {
  if (typeof value !== 'string') return fault('text');
  return judged(clean(value, question.kind === 'multiline'), schema, question.pattern_message);
}

const PLAIN_LOCAL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const TOP = /^[a-z]{2,63}$/i;
const SPECIAL = new Set(['arpa', 'invalid', 'local', 'localhost', 'onion', 'test', 'example']);

/** Plainly good and plainly bad addresses; the finer rules are the server's. */
export function emailAnswer(value: unknown): Answer {
  if (typeof value !== 'string') return fault('text');
  const address = strip(withoutFormats(value)).replace(/mailto:/i, '');
  if (/[<>"(),;]/.test(address)) return fault('email_alone');
  const cut = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, Math.max(cut, 0)), address.slice(cut + 1)];
  if (/[^\0-\x7f]/.test(local)) return fault('email_letters');
  if (cut < 1 || domain === '' || /[\s@]/.test(domain) || length(address) > 320)
    return fault('email');
  if (/[^\0-\x7f]/.test(domain)) return { doubt: 'email' };
  const labels = domain.split('.');
  if (labels.length < 2 || labels.some((label) => label === '')) return fault('email');
  const plain =
    address.length <= 254 &&
    local.length <= 64 &&
    PLAIN_LOCAL.test(local) &&
    labels.every((label) => LABEL.test(label) && !label.slice(2).startsWith('--')) &&
    TOP.test(labels.at(-1) ?? '') &&
    !SPECIAL.has((labels.at(-1) ?? '').toLowerCase());
  if (!plain || /[A-Z]/.test(local)) return { doubt: 'email' };
  return { value: `${local}@${domain.toLowerCase()}` };
}

const SCHEME = /^(?:tel|phone|callto):(?:\/\/)?\s*/i;
const PHONE = /^\(?\+?[0-9 ()[\]./~-]+$/;
const EXTENSION =
  /(?:e?xt(?:ension|n)?|x|#|[,;]+|доб|anexo|ramal|int|poste|dw|durchwahl)[\s.:=-]*[0-9]{1,9}\s*#?$/i;

/** Whether a number is given out is known to the server alone. */
export function phoneAnswer(value: unknown, { region }: VerdictQuestion): Answer {
  if (typeof value !== 'string') return fault('text');
  if (length(value) > 250) return fault('too_long', { count: 250 });
  const text = strip(withoutFormats(value)).replace(SCHEME, '').trim();
  const refused = fault(region ? 'phone_home' : 'phone');
  if (/[^\0-\x7f]/.test(text) || EXTENSION.test(text)) return { doubt: 'phone' };
  if (!PHONE.test(text) || !/[0-9]/.test(text)) return refused;
  if (!region && !text.includes('+') && !text.startsWith('00')) return refused;
  return { doubt: 'phone' };
}

const URL_MAX = 2000;

export function urlAnswer(value: unknown): Answer {
  let text = typeof value === 'string' ? clean(value) : '';
  if (text && !text.includes('://')) text = `https://${text}`;
  if (/^[a-z]+:\/\/[^/?#]*[^\0-\x7f%]/i.test(text) && /[^\0-\x7f]/.test(text)) {
    const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
    if (/[^\0-\x7f]/.test(host)) return { doubt: 'url' };
  }
  const found = parsed(text);
  const web = found !== null && (found.protocol === 'http:' || found.protocol === 'https:');
  if (!web || !found.hostname.includes('.') || length(text) > URL_MAX) return fault('url');
  if (found.username || found.password) return fault('url_password');
  return { value: text };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
