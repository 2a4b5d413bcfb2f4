import { useRouter } from 'next/router';
import { FindPerson } from './person/find-person';
import { FoundPerson } from './person/found-person';
import { RequestList } from './requests/request-list';

/** One person's data: find it, hand it out, erase it. The address keeps which search is open. */
export function Privacy() {
  const router = useRouter();
  const { request } = router.query;
  const open = (id: string) =>
    void router.push({ pathname: '/settings/privacy', query: { request: id } }, undefined, {
      shallow: true,
    });
  return (
    <>
      <FindPerson onFound={open} />
      {typeof request === 'string' && <FoundPerson key={request} id={request} />}
      <RequestList open={typeof request === 'string' ? request : null} onOpen={open} />
    </>
  );
}
