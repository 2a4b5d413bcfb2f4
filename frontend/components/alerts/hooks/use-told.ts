import { useZone } from '@/lib/hooks/person/use-zone';
import { language } from '@/lib/words/languages';

/** In which language and time zone the API is to tell alerts. */
export function useTold() {
  return { language: language(), time_zone: useZone() };
}
