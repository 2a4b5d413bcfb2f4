import { useRouter } from 'next/router';
import { Button } from '@/components/ui/button/button';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useVerifyEmail } from '../hooks/use-steps';
import { OtherWays, PageHead } from '../parts/head';
import { Page } from '../parts/page';
import { words } from '../words';

/** Proves an address by a click: programs that look into mails open links, too. */
export function VerifyEmail() {
  const router = useRouter();
  const verify = useVerifyEmail();
  const key = String(router.query.key ?? '');
  const refused = verify.error?.status === 400;
  return (
    <Page>
      {refused ? (
        <>
          <h1>{words.verify.title}</h1>
          <EmptyNote title={words.verify.stale.title}>{words.verify.stale.text}</EmptyNote>
        </>
      ) : (
        <>
          <PageHead
            title={verify.isSuccess ? words.verify.done : words.verify.title}
            lead={verify.isSuccess ? words.verify.doneLead : words.verify.lead}
          />
          {verify.error && (
            <OtherWays>
              <ErrorNotice error={verify.error} what={words.verify.failed} />
            </OtherWays>
          )}
        </>
      )}
      <OtherWays>
        {verify.isSuccess || refused ? (
          <Button onClick={() => void router.replace('/sign-in')}>{words.verify.goOn}</Button>
        ) : (
          <Button loading={verify.isPending} onClick={() => verify.mutate(key)}>
            {words.verify.button}
          </Button>
        )}
      </OtherWays>
    </Page>
  );
}
