import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { InvitationOut } from '@/lib/api/model';
import { useInvitationChanges, useInvitations } from '../hooks/use-members';
import { ROLE_WORDS } from '@/lib/words/roles';
import styles from '../members.module.css';

/** Who was invited and has not come yet. */
export function OpenInvitations({ onDone }: { onDone: (what: string) => void }) {
  const { data, error, isPending, refetch } = useInvitations(true);
  const { resend, revoke } = useInvitationChanges();
  const failure = [resend, revoke].find((each) => each.error)?.error;
  return (
    <section className={styles.section} aria-labelledby="open-invitations">
      <h2 id="open-invitations">Open invitations</h2>
      {failure && <ErrorNotice error={failure} what="That was not done" />}
      {isPending ? (
        <Skeleton width="100%" height="3rem" />
      ) : error ? (
        <ErrorNotice
          error={error}
          what="The invitations could not be loaded"
          onRetry={() => void refetch()}
        />
      ) : data.items.length === 0 ? (
        <p className={styles.quiet}>Nobody is waiting. Whoever you invite is listed here.</p>
      ) : (
        <ul className={styles.invitations}>
          {data.items.map((invitation) => (
            <Waiting
              key={invitation.id}
              invitation={invitation}
              busy={resend.isPending || revoke.isPending}
              onResend={() =>
                resend.mutate(
                  { invitationId: invitation.id },
                  { onSuccess: () => onDone(`A new link went to ${invitation.email}.`) },
                )
              }
              onRevoke={() =>
                revoke.mutate(
                  { invitationId: invitation.id },
                  { onSuccess: () => onDone(`The invitation of ${invitation.email} is revoked.`) },
                )
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type Props = {
  invitation: InvitationOut;
  busy: boolean;
  onResend: () => void;
  onRevoke: () => void;
};

function Waiting({ invitation, busy, onResend, onRevoke }: Props) {
  const { email, role, invited_by: by, expires_at: until, expired } = invitation;
  return (
    <li>
      <div>
        <span className={styles.person}>{email}</span>
        <span className={styles.email}>
          As {ROLE_WORDS[role].article}
          {by ? `, invited by ${by}` : ''} ·{' '}
          {expired ? <span className={styles.over}>the link ran out </span> : 'the link runs out '}
          <RelativeTime value={until} />
        </span>
      </div>
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-label={`Send again to ${email}`}
          onClick={onResend}
        >
          Send again
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-label={`Revoke the invitation of ${email}`}
          onClick={onRevoke}
        >
          Revoke
        </Button>
      </div>
    </li>
  );
}
