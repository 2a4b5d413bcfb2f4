import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { MeOut } from '@/lib/api/model';
import { START } from '@/lib/config/start';
import { useLeave } from './hooks/use-organization';
import { words } from './words';
import styles from './leave-organization.module.css';

/** The way out, after what follows from it was on the screen. */
export function LeaveOrganization({ me }: { me: MeOut }) {
  const router = useRouter();
  const leave = useLeave();
  const [asking, setAsking] = useState(false);
  const { id, name } = me.organization;
  const others = me.memberships.length - 1;
  return (
    <section className={styles.leave} aria-labelledby="leave">
      <h2 id="leave">{words.leave.title(name)}</h2>
      <ul>
        {words.leave.consequences(name).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {others === 0 && <li>{words.leave.lastOne}</li>}
        {me.role === 'owner' && (
          <li>
            <Phrase
              text={words.leave.onlyOwner}
              parts={{ transfer: <Link href="/settings/members">{words.leave.transfer}</Link> }}
            />
          </li>
        )}
      </ul>
      {leave.error && <ErrorNotice error={leave.error} what={words.leave.failed} />}
      <ButtonRow>
        {asking ? (
          <>
            <DangerButton
              loading={leave.isPending}
              onClick={() =>
                leave.mutate(
                  { organizationId: id },
                  {
                    onSuccess: () => void router.push(others > 0 ? START : '/'),
                    onError: () => setAsking(false),
                  },
                )
              }
            >
              {words.leave.confirm(name)}
            </DangerButton>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              {words.leave.stay}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.leave.ask}
          </Button>
        )}
      </ButtonRow>
    </section>
  );
}
