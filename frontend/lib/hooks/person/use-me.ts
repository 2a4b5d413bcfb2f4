import { useEffect } from 'react';
import { useGetMe } from '@/lib/api/endpoints/accounts/accounts';
import { drawFor } from '@/lib/http/drawn-for';
import { prefer } from '@/lib/words/preference';

/** The signed-in person; the error has status 401 when there is none. */
export function useMe() {
  const me = useGetMe({ query: { staleTime: 60_000 } });
  const organization = me.data?.organization.id;
  useEffect(() => {
    if (organization) drawFor(organization);
  }, [organization]);
  const { language, time_zone: timeZone } = me.data ?? {};
  useEffect(() => {
    if (language !== undefined && timeZone !== undefined) prefer({ language, timeZone });
  }, [language, timeZone]);
  return me;
}
