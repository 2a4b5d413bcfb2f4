import type { TrackingOut } from '@/lib/api/model';
import { ENGLISH, type Spoken } from '@/lib/words/spoken';

/** What the shared parts of the page say. A step that needs a person does not need the reader. */
export function spokenIn({ language, words }: Pick<TrackingOut, 'language' | 'words'>): Spoken {
  return {
    language: language === 'en' ? ENGLISH.language : language,
    justNow: words.now,
    nextTry: words.next_try,
    record: words.record,
    states: words.states,
  };
}
