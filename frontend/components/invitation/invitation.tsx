import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { InvitationLookOut } from '@/lib/api/model';
import { useInvitation } from './hooks/use-invitation';
import { ApiError } from '@/lib/http/api-error';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { Answer } from './answer';
import { words } from './words';
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
              <div className={styles.offer} aria-busy="true" aria-label={words.loading}>
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
  const { article, you } = ROLE_WORDS[role];
  return (
    <div className={styles.offer}>
      <h1>{words.title(organization)}</h1>
      <p>{words.offer(by ?? words.somebody, organization, article)}</p>
      <p className={styles.may}>{you}</p>
      <Answer token={token} organization={organization} />
    </div>
  );
}

function Refusal({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const opensNothing = error instanceof ApiError && [404, 422].includes(error.status);
  if (!opensNothing) return <ErrorNotice error={error} what={words.notLoaded} onRetry={onRetry} />;
  return (
    <Sheet>
      <SheetPart>
        <div className={styles.offer}>
          <h1>{words.stale.title}</h1>
          <p>{words.stale.text}</p>
          <Button component={Link} href="/sign-in" variant="default">
            {words.stale.signIn}
          </Button>
        </div>
      </SheetPart>
    </Sheet>
  );
}
