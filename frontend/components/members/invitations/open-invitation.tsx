import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { InvitationOut } from '@/lib/api/model';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { words } from '../words';
import styles from './open-invitations.module.css';

type Props = {
  invitation: InvitationOut;
  busy: boolean;
  onResend: () => void;
  onRevoke: () => void;
};

/** One invitation that waits, to be sent again or revoked. */
export function OpenInvitation({ invitation, busy, onResend, onRevoke }: Props) {
  const { email, role, invited_by: by, expires_at: until, expired } = invitation;
  const said = words.invitations;
  const { article } = ROLE_WORDS[role];
  return (
    <li>
      <div>
        <span className={styles.email}>{email}</span>
        <span className={styles.facts}>
          <Phrase
            text={expired ? said.over : said.open}
            parts={{
              as: by ? said.asBy(article, by) : said.as(article),
              ended: <span className={styles.ended}>{said.ended}</span>,
              when: <RelativeTime value={until} />,
            }}
          />
        </span>
      </div>
      <ButtonRow>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-label={said.resendTo(email)}
          onClick={onResend}
        >
          {said.resend}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-label={said.revokeOf(email)}
          onClick={onRevoke}
        >
          {said.revoke}
        </Button>
      </ButtonRow>
    </li>
  );
}
