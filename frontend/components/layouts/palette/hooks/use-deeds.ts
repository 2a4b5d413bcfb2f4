import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from 'next/router';
import type { MeOut } from '@/lib/api/model';
import { START } from '@/lib/config/start';
import { usePreferences } from '@/lib/hooks/person/use-preferences';
import { useSignOut } from '@/lib/hooks/person/use-session';
import { LANGUAGES, language } from '@/lib/words/languages';
import { LANGUAGE_NAMES } from '@/lib/words/language-names';
import { useGoOver } from '../../hooks/use-go-over';
import { words } from '../../words';
import type { Entry } from '../entry';

/** What can be done from anywhere. */
export function useDeeds(me: MeOut): { entries: Entry[]; go: (href: string) => void } {
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const goOver = useGoOver();
  const preferences = usePreferences();
  const go = (href: string) => void router.push(href);
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark';

  const others = me.memberships.filter(
    ({ organization }) => organization.id !== me.organization.id,
  );
  const entries: Entry[] = [
    ...others.map(({ organization: { id, name } }) => ({
      id,
      label: words.palette.workFor(name),
      run: () => goOver.mutate({ data: { organization_id: id } }, { onSuccess: () => go(START) }),
    })),
    {
      id: `colours ${colorScheme}`,
      label: dark ? words.palette.light : words.palette.dark,
      run: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    ...LANGUAGES.filter((each) => each !== language()).map((each) => ({
      id: `language ${each}`,
      label: words.palette.speak(LANGUAGE_NAMES[each]),
      run: () => preferences.change.mutate({ language: each, timeZone: me.time_zone }),
    })),
    {
      id: 'sign out',
      label: words.signOut,
      run: () => signOut.mutate(undefined, { onSuccess: () => go('/sign-in') }),
    },
  ];
  return { entries, go };
}
