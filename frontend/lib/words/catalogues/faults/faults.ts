import type { FaultOut } from '@/lib/api/model';
import { inEachLanguage } from '../../languages';
import { faults as de } from './faults.de';
import { faults as en } from './faults.en';

type Told = Pick<FaultOut, 'code' | 'params' | 'message'>;

const sentences = inEachLanguage({ en, de });
const marks = inEachLanguage({ en: { quoted: '“$1”' }, de: { quoted: '„$1“' } });

/** What is wrong, in the language of the console; as the API says it where it gives no code. */
export function faultWords({ code, params, message }: Told): string {
  return (code && sentences[code]?.(params)) ?? serverSaid(message);
}

/** What the server says without a code as a sentence, with the quotes of the console. */
export function serverSaid(message: string): string {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return sentence.replace(/`([^`]*)`/g, marks.quoted);
}
