import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { consoleWords } from '@/lib/words/console';
import { speak, type Language } from '@/lib/words/languages';
import { AWAITS_WORDS, languageToSpeak, onPreference, preference } from '@/lib/words/preference';
import type { Spoken } from '@/lib/words/spoken';

type Said = {
  language: Language;
  spoken: Spoken;
  /** False while the page still stands as it was served, and is about to be said anew. */
  settled: boolean;
};

/**
 * Has the console speak the language of whoever reads it, in their time zone. What was served is in
 * English: it is taken over as that, and said again in the right language before it is painted.
 */
export function useLanguage(): Said {
  const language = useSyncExternalStore<Language>(onPreference, languageToSpeak, () => 'en');
  const zone = useSyncExternalStore(
    onPreference,
    () => preference().timeZone ?? undefined,
    () => undefined,
  );
  speak(language, zone);
  // Another object for each zone: what shows times says them anew.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the words are those of the language
  const spoken = useMemo(() => consoleWords(), [language, zone]);
  const settled = typeof window !== 'undefined' && language === languageToSpeak();
  useLayoutEffect(() => {
    // As it was served: the right words come next, and nothing is shown before.
    if (!settled) return;
    const root = document.documentElement;
    root.lang = language;
    root.removeAttribute(AWAITS_WORDS);
  }, [language, settled]);
  return { language, spoken, settled };
}
