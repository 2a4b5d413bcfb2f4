import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { useVerifyEmail } from '../hooks/use-steps';
import styles from '../sign-in.module.css';

/** Proves an address by a click: programs that look into mails open links, too. */
export function VerifyEmail() {
  const router = useRouter();
  const verify = useVerifyEmail();
  const key = String(router.query.key ?? '');
  const refused = verify.error?.status === 400;
  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          {refused ? (
            <>
              <h1>Confirm your address</h1>
              <EmptyNote title="This link opens nothing">
                It was used or is too old. Sign in, and a new one comes by mail.
              </EmptyNote>
            </>
          ) : (
            <>
              <h1>{verify.isSuccess ? 'Your address is confirmed' : 'Confirm your address'}</h1>
              <p className={styles.lead}>
                {verify.isSuccess ? 'You can go on now.' : 'The mail that you opened came to it.'}
              </p>
              {verify.error && (
                <div className={styles.other}>
                  <ErrorNotice error={verify.error} what="The address is not confirmed" />
                </div>
              )}
            </>
          )}
          <div className={styles.other}>
            {verify.isSuccess || refused ? (
              <Button onClick={() => void router.replace('/sign-in')}>Go on</Button>
            ) : (
              <Button
                loading={verify.isPending}
                disabled={!router.isReady}
                onClick={() => verify.mutate(key)}
              >
                This is my address
              </Button>
            )}
          </div>
        </SheetPart>
      </Sheet>
    </div>
  );
}
