import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { START } from '@/lib/config/start';
import { useAccept } from './hooks/use-invitation';
import { useMe } from '@/lib/hooks/person/use-me';
import { useSignOut } from '@/lib/hooks/person/use-session';
import { ApiError } from '@/lib/http/api-error';
import { words } from './words';
import styles from './answer.module.css';

type Props = { token: string; organization: string };

/** Join as who is signed in, or first become somebody. A token in an address needs no escaping. */
export function Answer({ token, organization }: Props) {
  const me = useMe();
  const signedOut = me.error instanceof ApiError && me.error.status === 401;
  // Who belongs to no organization yet is refused by `me`, and may join all the same.
  const homeless = me.error instanceof ApiError && me.error.problem.code === 'no_organization';
  if (me.isPending) return <Skeleton width="9rem" height="2.25rem" />;
  if (signedOut) return <WayIn token={token} />;
  if (me.error && !homeless)
    return (
      <ErrorNotice error={me.error} what={words.join.notSeen} onRetry={() => void me.refetch()} />
    );
  return <Join token={token} organization={organization} email={me.data?.email ?? null} />;
}

function WayIn({ token }: { token: string }) {
  const router = useRouter();
  return (
    <>
      <p>{words.wayIn.hint}</p>
      <div className={styles.buttons}>
        <Button component={Link} href={{ pathname: '/sign-up', query: { invitation: token } }}>
          {words.wayIn.signUp}
        </Button>
        <Button
          component={Link}
          variant="default"
          href={{ pathname: '/sign-in', query: { next: router.asPath } }}
        >
          {words.wayIn.signIn}
        </Button>
      </div>
    </>
  );
}

function Join({ token, organization, email }: Props & { email: string | null }) {
  const router = useRouter();
  const accept = useAccept();
  const signOut = useSignOut();
  const elsewhere = accept.error?.status === 403;
  const again = () =>
    signOut.mutate(undefined, {
      onSuccess: () => void router.push({ pathname: '/sign-in', query: { next: router.asPath } }),
    });
  return (
    <>
      {email && (
        <p>
          <Phrase
            text={words.join.signedInAs}
            parts={{ email: <strong className={styles.address}>{email}</strong> }}
          />
        </p>
      )}
      {accept.error && <ErrorNotice error={accept.error} what={words.join.failed} />}
      <div className={styles.buttons}>
        {elsewhere ? (
          <Button loading={signOut.isPending} onClick={again}>
            {words.join.otherAddress}
          </Button>
        ) : (
          <Button
            loading={accept.isPending || accept.isSuccess}
            onClick={() =>
              accept.mutate({ data: { token } }, { onSuccess: () => void router.replace(START) })
            }
          >
            {words.join.button(organization)}
          </Button>
        )}
      </div>
    </>
  );
}
