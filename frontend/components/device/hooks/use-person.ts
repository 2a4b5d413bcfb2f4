import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { useMe } from '@/lib/hooks/person/use-me';
import { addressHere } from '@/lib/http/address-here';
import { ApiError } from '@/lib/http/api-error';

/** Who is signed in. Whoever is not is sent to sign in, and comes back with the code. */
export function usePerson() {
  const router = useRouter();
  const { data, error, isPending, refetch } = useMe();
  const known = error instanceof ApiError ? error : null;
  const away = known?.status === 401;
  // Who belongs to no organization is refused by `me`, and may refuse a program all the same.
  const homeless = known?.problem.code === 'no_organization';
  useEffect(() => {
    if (away) void router.replace({ pathname: '/sign-in', query: { next: addressHere() } });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address at the time of the 401
  }, [away]);
  return { me: data, waiting: isPending || away, error: away || homeless ? null : error, refetch };
}
