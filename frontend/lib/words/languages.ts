/** The languages of the console (BCP 47). */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** How numbers and times are written in each. */
const TAGS: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

let spoken: Language = 'en';
let zone: string | undefined;

/** The language in which the console speaks now. */
export const language = (): Language => spoken;

/** The tag for numbers and times in that language. */
export const tag = (): string => TAGS[spoken];

/** What a language is called in that of the console. `code`: BCP 47; one that nobody knows stays. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(tag(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The time zone of the person (IANA); undefined where it is that of their browser. */
export const timeZone = (): string | undefined => zone;

/**
 * From here on every catalogue answers in this language, and times are those of this zone. Call it
 * before the pages are rendered.
 */
export function speak(next: Language, inZone?: string) {
  spoken = next;
  zone = inZone;
}

/**
 * One feature's words in the language that is spoken at the moment in which they are read.
 * Read them while rendering (`words.list.title`), never into a constant of the module.
 */
export function inEachLanguage<Words extends object>(
  catalogue: Readonly<Record<Language, Words>>,
): Words {
  return new Proxy(catalogue.en, { get: (_, key) => Reflect.get(catalogue[spoken], key) });
}
