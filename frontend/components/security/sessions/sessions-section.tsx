import { Button } from '@mantine/core';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAccountChange, useSessions } from '../hooks/use-account';
import { endSessions, type Session } from '@/lib/http/account/account';
import { ChangeError } from '../parts/change-error';
import { browserName } from './browser-name';
import { Section } from '../parts/section';
import { Row, Rows } from '../parts/rows';
import { words } from '../words';
import styles from '../parts/section.module.css';

/** Where the person is signed in; each session but this one can be ended. */
export function SessionsSection() {
  const sessions = useSessions();
  return (
    <Section title={words.sessions.title} hint={words.sessions.hint} query={sessions}>
      {(all) => <Sessions sessions={all} />}
    </Section>
  );
}

function Sessions({ sessions }: { sessions: Session[] }) {
  const end = useAccountChange((ids: number[]) => endSessions(ids));
  const others = sessions.filter((each) => !each.is_current).map(({ id }) => id);
  return (
    <Rows>
      {sessions.map((each) => (
        <Row key={each.id}>
          <div>
            <p>
              {browserName(each.user_agent)}
              {each.is_current && <strong>{words.sessions.thisOne}</strong>}
            </p>
            <p className={styles.hint}>
              <Phrase
                text={words.sessions.since}
                parts={{
                  address: <code>{each.ip}</code>,
                  when: <RelativeTime value={new Date(each.created_at * 1000).toISOString()} />,
                }}
              />
            </p>
          </div>
          {!each.is_current && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.sessions.endOf(each.ip)}
              loading={end.isPending && end.variables[0] === each.id}
              onClick={() => end.mutate([each.id])}
            >
              {words.sessions.end}
            </Button>
          )}
        </Row>
      ))}
      {others.length > 1 && (
        <div>
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(others)}>
            {words.sessions.endOthers}
          </Button>
        </div>
      )}
      <ChangeError error={end.error} what={words.sessions.failed} />
    </Rows>
  );
}
