import { Button } from '@mantine/core';
import Link from 'next/link';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { InvitationLookOut } from '@/lib/api/model';
import { useInvitation } from './hooks/use-invitation';
import { ApiError } from '@/lib/http/api-error';
import { ROLE_WORDS } from '@/lib/words/roles';
import { Answer } from './answer';
import styles from './invitation.module.css';

/** Who invites to what, and the way in: for whoever is signed in, and for whoever is not yet. */
export function Invitation({ token }: { token: string | undefined }) {
  const invitation = useInvitation(token);
  return (
    <div className={styles.narrow}>
      {invitation.error ? (
        <Refusal error={invitation.error} onRetry={() => void invitation.refetch()} />
      ) : (
        <Sheet>
          <SheetPart>
            {invitation.data && token ? (
              <Offer invitation={invitation.data} token={token} />
            ) : (
              <div className={styles.offer} aria-busy="true" aria-label="Loading the invitation">
                <Skeleton width="70%" height="1.75rem" />
                <Skeleton width="100%" height="3rem" />
                <Skeleton width="9rem" height="2.25rem" />
              </div>
            )}
          </SheetPart>
        </Sheet>
      )}
    </div>
  );
}

function Offer({ invitation, token }: { invitation: InvitationLookOut; token: string }) {
  const { organization, invited_by: by, role } = invitation;
  const words = ROLE_WORDS[role];
  return (
    <div className={styles.offer}>
      <h1>Join {organization}</h1>
      <p>
        {by ?? 'Somebody who has left since'} invites you to work on the deliveries of{' '}
        {organization} as {words.article}.
      </p>
      <p className={styles.may}>{words.you}</p>
      <Answer token={token} organization={organization} />
    </div>
  );
}

function Refusal({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const opensNothing = error instanceof ApiError && [404, 422].includes(error.status);
  if (!opensNothing)
    return (
      <ErrorNotice error={error} what="The invitation could not be loaded" onRetry={onRetry} />
    );
  return (
    <Sheet>
      <SheetPart>
        <div className={styles.offer}>
          <h1>This link opens nothing</h1>
          <p>
            The invitation was used, was revoked, or is older than seven days. Ask whoever invited
            you to send it again; only the newest link works.
          </p>
          <Button component={Link} href="/sign-in" variant="default">
            Sign in
          </Button>
        </div>
      </SheetPart>
    </Sheet>
  );
}
