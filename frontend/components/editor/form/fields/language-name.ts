import { tag } from '@/lib/words/languages';

/** What a language is called in that of the console. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(tag(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
