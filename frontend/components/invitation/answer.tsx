import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useAccept } from './hooks/use-invitation';
import { useMe } from '@/lib/hooks/use-me';
import { useSignOut } from '@/lib/hooks/use-session';
import { ApiError } from '@/lib/http/api-error';
import styles from './invitation.module.css';

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
      <ErrorNotice
        error={me.error}
        what="We could not see whether you are signed in"
        onRetry={() => void me.refetch()}
      />
    );
  return <Join token={token} organization={organization} email={me.data?.email ?? null} />;
}

function WayIn({ token }: { token: string }) {
  const router = useRouter();
  return (
    <>
      <p>Use the address that the invitation was sent to.</p>
      <div className={styles.buttons}>
        <Button component={Link} href={{ pathname: '/sign-up', query: { invitation: token } }}>
          Create an account
        </Button>
        <Button
          component={Link}
          variant="default"
          href={{ pathname: '/sign-in', query: { next: router.asPath } }}
        >
          I have one: sign in
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
          You are signed in as <strong className={styles.address}>{email}</strong>.
        </p>
      )}
      {accept.error && <ErrorNotice error={accept.error} what="You have not joined" />}
      <div className={styles.buttons}>
        {elsewhere ? (
          <Button loading={signOut.isPending} onClick={again}>
            Sign in with another address
          </Button>
        ) : (
          <Button
            loading={accept.isPending || accept.isSuccess}
            onClick={() =>
              accept.mutate(
                { data: { token } },
                { onSuccess: () => void router.replace('/submissions') },
              )
            }
          >
            Join {organization}
          </Button>
        )}
      </div>
    </>
  );
}
