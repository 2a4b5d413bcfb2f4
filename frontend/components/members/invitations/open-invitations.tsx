import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useInvitationChanges, useInvitations } from '../hooks/use-members';
import { words } from '../words';
import { OpenInvitation } from './open-invitation';
import styles from './open-invitations.module.css';

type OnDone = (what: string) => void;

/** Who was invited and has not come yet. */
export function OpenInvitations({ onDone }: { onDone: OnDone }) {
  return (
    <section className={styles.section} aria-labelledby="open-invitations">
      <h2 id="open-invitations">{words.invitations.title}</h2>
      <List onDone={onDone} />
    </section>
  );
}

function List({ onDone }: { onDone: OnDone }) {
  const { data, error, isPending, refetch } = useInvitations(true);
  const { resend, revoke } = useInvitationChanges();
  const failure = [resend, revoke].find((each) => each.error)?.error;
  if (isPending) return <Skeleton width="100%" height="3rem" />;
  if (error)
    return (
      <ErrorNotice
        error={error}
        what={words.invitations.notLoaded}
        onRetry={() => void refetch()}
      />
    );
  if (data.items.length === 0) return <p className={styles.none}>{words.invitations.none}</p>;
  const ending = (what: string) => ({ onSuccess: () => onDone(what) });
  return (
    <>
      {failure && <ErrorNotice error={failure} what={words.invitations.failed} />}
      <ul className={styles.list}>
        {data.items.map((invitation) => (
          <OpenInvitation
            key={invitation.id}
            invitation={invitation}
            busy={resend.isPending || revoke.isPending}
            onResend={() =>
              resend.mutate(
                { invitationId: invitation.id },
                ending(words.invitations.resent(invitation.email)),
              )
            }
            onRevoke={() =>
              revoke.mutate(
                { invitationId: invitation.id },
                ending(words.invitations.revoked(invitation.email)),
              )
            }
          />
        ))}
      </ul>
    </>
  );
}
