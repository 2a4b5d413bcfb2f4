import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { START } from '@/lib/config/start';
import { useSignInConfig } from '@/lib/hooks/person/use-session';
import { ApiError } from '@/lib/http/api-error';
import type { Invitation, Standing } from '@/lib/http/account/session';
import { useOpenedInvitation } from '../hooks/use-opened-invitation';
import { OtherWays, PageHead } from '../parts/head';
import { Page } from '../parts/page';
import { Providers } from '../steps/providers';
import { words } from '../words';
import { SignUpForm } from './sign-up-form';

/** A new person comes, with an invitation or where sign-up is open. */
export function SignUp() {
  const router = useRouter();
  const token = typeof router.query.invitation === 'string' ? router.query.invitation : null;
  const invitation = useOpenedInvitation(token);
  const config = useSignInConfig();
  const loading = !router.isReady || config.isPending || (token !== null && invitation.isPending);
  const error = token === null ? config.error : (invitation.error ?? config.error);
  return (
    <Page below={<Link href="/sign-in">{words.signUp.signIn}</Link>}>
      {loading ? (
        <Waiting />
      ) : error ? (
        <>
          <h1>{words.signUp.title}</h1>
          <Failed error={error} onRetry={() => void invitation.refetch()} />
        </>
      ) : invitation.data?.has_account ? (
        <HasAccount invitation={invitation.data} token={token ?? ''} />
      ) : invitation.data || config.data?.open ? (
        <Form invitation={invitation.data} />
      ) : (
        <>
          <h1>{words.signUp.title}</h1>
          <EmptyNote title={words.signUp.closed.title}>{words.signUp.closed.text}</EmptyNote>
        </>
      )}
    </Page>
  );
}

function Form({ invitation }: { invitation: Invitation | undefined }) {
  const router = useRouter();
  const [sent, setSent] = useState(false);
  const onStep = (standing: Standing) => {
    if (standing.done) void router.replace(START);
    else setSent(true);
  };
  if (sent) return <PageHead title={words.verify.title} lead={words.verify.sent} live />;
  return (
    <>
      <PageHead
        title={invitation ? words.signUp.join(invitation.organization) : words.signUp.title}
        lead={invitation ? words.signUp.invitedAs(invitation.role) : words.signUp.lead}
      />
      <SignUpForm invitation={invitation} onStep={onStep} />
      <OtherWays>
        <Providers next="/sign-in" />
      </OtherWays>
    </>
  );
}

function HasAccount({ invitation, token }: { invitation: Invitation; token: string }) {
  const router = useRouter();
  const next = `/invitations/${encodeURIComponent(token)}`;
  return (
    <>
      <PageHead
        title={words.signUp.join(invitation.organization)}
        lead={words.signUp.known(invitation.email)}
      />
      <OtherWays>
        <Button onClick={() => void router.push({ pathname: '/sign-in', query: { next } })}>
          {words.signUp.signInToJoin}
        </Button>
      </OtherWays>
    </>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 400)
    return <EmptyNote title={words.signUp.stale.title}>{words.signUp.stale.text}</EmptyNote>;
  return <ErrorNotice error={error} what={words.signUp.notRead} onRetry={onRetry} />;
}

function Waiting() {
  return (
    <div className="sign-in-form" aria-busy="true" aria-label={words.loading}>
      <Skeleton width="60%" height="1.75rem" />
      <Skeleton width="100%" height="2.75rem" />
      <Skeleton width="100%" height="2.75rem" />
      <Skeleton width="100%" height="2.75rem" />
    </div>
  );
}
