import type { ReactNode } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { ConnectionOut } from '@/lib/api/model';
import { useNow } from '@/lib/hooks/use-now';
import { number, share } from '../standing/numbers';
import { words as all } from '../words';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';

const MOST_COUNTED = 10_000;

/** What the numbers say now. */
export function Health({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.health;
  const { health } = connection;
  return (
    <Section title={words.title}>
      <Facts
        facts={[
          [
            words.success,
            health.last_success_at ? <RelativeTime value={health.last_success_at} /> : words.never,
          ],
          [words.errors, errors(connection)],
          [
            words.flight,
            all.list.flight(number(health.in_flight), number(connection.max_in_flight)),
          ],
          [words.waiting, <Waiting key="waiting" connection={connection} />],
          [words.credentials, <Credentials key="credentials" connection={connection} />],
          [testTitle(connection), test(connection)],
        ]}
      />
    </Section>
  );
}

function errors({ health: { failed, sent, error_rate: rate } }: ConnectionOut): ReactNode {
  const words = all.detail.health;
  return rate === null ? words.none : words.rate(number(failed), number(sent), share(rate));
}

function testTitle({ test_ok: ok }: ConnectionOut): string {
  const words = all.detail.tested;
  if (ok === null) return words.title;
  return ok ? words.ok : words.not;
}

function test({ tested_at: at, test_message: said }: ConnectionOut): ReactNode {
  const words = all.detail.tested;
  if (at === null) return words.never;
  return (
    <>
      <Phrase text={words.at} parts={{ time: <RelativeTime value={at} /> }} />
      {said && <span dir="auto">{` — ${said}`}</span>}
    </>
  );
}

function Waiting({ connection: { health } }: { connection: ConnectionOut }) {
  const words = all.detail.health;
  const { waiting, oldest_waiting_at: oldest } = health;
  if (waiting === 0) return words.waitingNone;
  const steps =
    waiting > MOST_COUNTED
      ? words.more(number(MOST_COUNTED))
      : words.steps(waiting, number(waiting));
  return (
    <>
      {steps}
      {oldest && (
        <>
          {', '}
          <Phrase text={words.oldest} parts={{ time: <RelativeTime value={oldest} /> }} />
        </>
      )}
    </>
  );
}

function Credentials({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.health;
  const now = useNow();
  const { credentials_set_at: set, credentials_end_at: end } = connection;
  if (set === null) return words.unset;
  const ended = end !== null && now !== null && Date.parse(end) <= now;
  return (
    <>
      <Phrase text={words.set} parts={{ time: <RelativeTime value={set} /> }} />
      {end && (
        <>
          {', '}
          <Phrase
            text={ended ? words.ended : words.end}
            parts={{ time: <RelativeTime value={end} /> }}
          />
        </>
      )}
    </>
  );
}
