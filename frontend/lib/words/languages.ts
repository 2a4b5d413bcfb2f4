/** The languages of the console (BCP 47). */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

let spoken: Language = 'en';

/** The language in which the console speaks now. */
export const language = (): Language => spoken;

/** From here on every catalogue answers in this language. Call it before the pages are rendered. */
export function speak(next: Language) {
  spoken = next;
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
