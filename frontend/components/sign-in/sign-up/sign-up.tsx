import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useSignInConfig } from '@/lib/hooks/use-session';
import { ApiError } from '@/lib/http/api-error';
import type { Invitation, Standing } from '@/lib/http/session';
import { useOpenedInvitation } from '../hooks/use-opened-invitation';
import { Providers } from '../providers';
import { SignUpForm } from './sign-up-form';
import styles from '../sign-in.module.css';

/** A new person comes, with an invitation or where sign-up is open. */
export function SignUp() {
  const router = useRouter();
  const token = typeof router.query.invitation === 'string' ? router.query.invitation : null;
  const invitation = useOpenedInvitation(token);
  const config = useSignInConfig();
  const loading = !router.isReady || config.isPending || (token !== null && invitation.isPending);
  const error = token === null ? config.error : (invitation.error ?? config.error);
  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          {loading ? (
            <Waiting />
          ) : error ? (
            <>
              <h1>Sign up</h1>
              <Failed error={error} onRetry={() => void invitation.refetch()} />
            </>
          ) : invitation.data?.has_account ? (
            <HasAccount invitation={invitation.data} token={token ?? ''} />
          ) : invitation.data || config.data?.open ? (
            <Form invitation={invitation.data} />
          ) : (
            <>
              <h1>Sign up</h1>
              <EmptyNote title="Sign-up is by invitation">
                Ask an admin of your organization to invite you, then open the link in their mail.
              </EmptyNote>
            </>
          )}
        </SheetPart>
      </Sheet>
      <p className={styles.below}>
        <Link href="/sign-in">You have an account? Sign in</Link>
      </p>
    </div>
  );
}

function Form({ invitation }: { invitation: Invitation | undefined }) {
  const router = useRouter();
  const [sent, setSent] = useState(false);
  const onStep = (standing: Standing) => {
    if (standing.done) void router.replace('/submissions');
    else setSent(true);
  };
  if (sent)
    return (
      <>
        <h1>Confirm your address</h1>
        <p className={styles.lead} role="status">
          A mail with a link is on its way to you. Open it in this browser, and you are in.
        </p>
      </>
    );
  return (
    <>
      <h1>{invitation ? `Join ${invitation.organization}` : 'Sign up'}</h1>
      <p className={styles.lead}>
        {invitation
          ? `You are invited as ${invitation.role}.`
          : 'For yourself and a new organization.'}
      </p>
      <SignUpForm invitation={invitation} onStep={onStep} />
      <div className={styles.other}>
        <Providers next="/sign-in" />
      </div>
    </>
  );
}

function HasAccount({ invitation, token }: { invitation: Invitation; token: string }) {
  const router = useRouter();
  const next = `/invitations/${encodeURIComponent(token)}`;
  return (
    <>
      <h1>{`Join ${invitation.organization}`}</h1>
      <p className={styles.lead}>
        {`${invitation.email} has an account already. Sign in to accept the invitation.`}
      </p>
      <div className={styles.other}>
        <Button onClick={() => void router.push({ pathname: '/sign-in', query: { next } })}>
          Sign in
        </Button>
      </div>
    </>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 400)
    return (
      <EmptyNote title="This invitation opens nothing">
        It was used, was revoked or is too old. Ask for a new one.
      </EmptyNote>
    );
  return <ErrorNotice error={error} what="The invitation could not be read" onRetry={onRetry} />;
}

function Waiting() {
  return (
    <div className={styles.form} aria-busy="true" aria-label="Loading">
      <Skeleton width="60%" height="1.75rem" />
      <Skeleton width="100%" height="2.75rem" />
      <Skeleton width="100%" height="2.75rem" />
      <Skeleton width="100%" height="2.75rem" />
    </div>
  );
}
