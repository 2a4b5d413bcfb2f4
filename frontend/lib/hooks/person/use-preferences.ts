import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMyPreferences, getGetMeQueryKey } from '@/lib/api/endpoints/accounts/accounts';
import type { MeOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import { speak } from '@/lib/words/languages';
import { languageToSpeak, prefer, preference, type Preference } from '@/lib/words/preference';

/** Keeps in the account how its person wants to read, and reads so from now on. */
export function usePreferences() {
  const client = useQueryClient();
  const change = useMutation<MeOut, ApiError, { language: string | null; timeZone: string | null }>(
    {
      mutationFn: ({ language, timeZone }) =>
        changeMyPreferences({ language: language as Preference['language'], time_zone: timeZone }),
      onSuccess: (me) => {
        client.setQueryData(getGetMeQueryKey(), me);
        prefer({ language: me.language, timeZone: me.time_zone });
        // What is said of it is said in the new language.
        speak(languageToSpeak(), preference().timeZone ?? undefined);
        // And so is what went wrong, which the API tells.
        void client.invalidateQueries();
      },
    },
  );
  return { change };
}
