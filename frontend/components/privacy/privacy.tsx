import { useRouter } from 'next/router';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { FindPerson } from './person/find-person';
import { FoundPerson } from './person/found-person';
import { RequestList } from './requests/request-list';
import { words } from './words';

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
      <PagePart what={words.find.label}>
        <FindPerson onFound={open} />
      </PagePart>
      {typeof request === 'string' && (
        <PagePart what={words.parts.found}>
          <FoundPerson key={request} id={request} />
        </PagePart>
      )}
      <PagePart what={words.parts.requests}>
        <RequestList open={typeof request === 'string' ? request : null} onOpen={open} />
      </PagePart>
    </>
  );
}
