import { Button } from '@mantine/core';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAccountChange, useSessions } from '../hooks/use-account';
import { endSessions, type Session } from '@/lib/http/account';
import { ChangeError } from '../change-error';
import { browserName } from './browser-name';
import { Section } from '../section';
import styles from '../security.module.css';

/** Where the person is signed in; each session but this one can be ended. */
export function SessionsSection() {
  const sessions = useSessions();
  return (
    <Section
      title="Sessions"
      hint="Where you are signed in. End what you do not know, and change your password."
      query={sessions}
    >
      {(all) => <Sessions sessions={all} />}
    </Section>
  );
}

function Sessions({ sessions }: { sessions: Session[] }) {
  const end = useAccountChange((ids: number[]) => endSessions(ids));
  const others = sessions.filter((each) => !each.is_current).map(({ id }) => id);
  return (
    <div className={styles.rows}>
      {sessions.map((each) => (
        <div key={each.id} className={styles.row}>
          <div>
            <p>
              {browserName(each.user_agent)}
              {each.is_current && <strong> · this one</strong>}
            </p>
            <p className={styles.hint}>
              <code>{each.ip}</code>, since{' '}
              <RelativeTime value={new Date(each.created_at * 1000).toISOString()} />
            </p>
          </div>
          {!each.is_current && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`End the session from ${each.ip}`}
              loading={end.isPending && end.variables[0] === each.id}
              onClick={() => end.mutate([each.id])}
            >
              End
            </Button>
          )}
        </div>
      ))}
      {others.length > 1 && (
        <div>
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(others)}>
            End all others
          </Button>
        </div>
      )}
      <ChangeError error={end.error} what="The session was not ended" />
    </div>
  );
}
