import type { FaultOut } from '@/lib/api/model';
import { inEachLanguage } from '../languages';
import { faults as de } from './faults.de';
import { faults as en } from './faults.en';

const sentences = inEachLanguage({ en, de });

/** What is wrong, in the language of the console; as the API says it where it gives no code. */
export function faultWords({ code, params, message }: FaultOut): string {
  return (code && sentences[code]?.(params)) ?? message;
}
