import { useEffect } from 'react';
import type { TrackingOut } from '@/lib/api/model';

type Language = Pick<TrackingOut, 'language' | 'direction'>;

/** The whole document is in the language of what it shows, until it shows something else. */
export function useDocumentLanguage({ language, direction }: Language): void {
  useEffect(() => {
    const root = document.documentElement;
    const { lang, dir } = root;
    root.lang = language;
    root.dir = direction;
    return () => {
      root.lang = lang;
      root.dir = dir;
    };
  }, [language, direction]);
}
