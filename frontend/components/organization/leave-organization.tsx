import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { MeOut } from '@/lib/api/model';
import { useLeave } from './hooks/use-organization';
import styles from './organization.module.css';

/** The way out, after what follows from it was on the screen. */
export function LeaveOrganization({ me }: { me: MeOut }) {
  const router = useRouter();
  const leave = useLeave();
  const [asking, setAsking] = useState(false);
  const { id, name } = me.organization;
  const others = me.memberships.length - 1;
  return (
    <section className={styles.leave} aria-labelledby="leave">
      <h2 id="leave">Leave {name}</h2>
      <ul>
        <li>You see nothing of {name} any more, at once. Only an invitation brings you back.</li>
        <li>Open invitations that you sent are revoked. What you did stays in the audit log.</li>
        {others === 0 && <li>You then belong to no organization; your sign-in stays.</li>}
        {me.role === 'owner' && (
          <li>
            If you are the only owner, <Link href="/settings/members">transfer the ownership</Link>{' '}
            first.
          </li>
        )}
      </ul>
      {leave.error && <ErrorNotice error={leave.error} what="You are still a member" />}
      <div className={styles.buttons}>
        {asking ? (
          <>
            <Button
              className={styles.danger ?? ''}
              loading={leave.isPending}
              onClick={() =>
                leave.mutate(
                  { organizationId: id },
                  {
                    onSuccess: () => void router.push(others > 0 ? '/submissions' : '/'),
                    onError: () => setAsking(false),
                  },
                )
              }
            >
              Yes, leave {name}
            </Button>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              Stay
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            Leave…
          </Button>
        )}
      </div>
    </section>
  );
}
