import { Phrase } from '@/components/ui/phrase/phrase';
import { NextTime } from '@/components/ui/relative-time/next-time';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { ConnectionOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { words as all } from '../words';
import { isInVain } from './in-vain';

/** Why it does not simply work, since when, and what ends that. Nothing where all is well. */
export function Reason({ connection }: { connection: ConnectionOut }) {
  const words = all.reasons;
  const why = sentence(connection);
  const since = isInVain(connection) ? null : connection.health.since;
  const next = nextTime(connection);
  if (why === null) return null;
  return (
    <>
      <span dir="auto">{why}</span>
      {next && (
        <>
          {' '}
          <NextTime {...next} />
          {'.'}
        </>
      )}
      {since && (
        <>
          {' '}
          <Phrase text={words.since} parts={{ time: <RelativeTime value={since} /> }} />
        </>
      )}
    </>
  );
}

function sentence(connection: ConnectionOut): string | null {
  const words = all.reasons;
  const { health, gate } = connection;
  if (isInVain(connection)) return words.inVain(number(health.failed));
  switch (health.state) {
    case 'working':
      return null;
    case 'paused': {
      const by = health.paused_by ?? '';
      return gate.pause_message ? words.pausedWhy(by, gate.pause_message) : words.paused(by);
    }
    case 'refused':
      return gate.pause_message ? `${words.refused} ${gate.pause_message}` : words.refused;
    default:
      return words[health.state];
  }
}

function nextTime({
  health,
  gate,
}: ConnectionOut): { text: string; due: string; value: string } | null {
  const words = all.reasons;
  if (health.state === 'broken' && gate.breaker_until)
    return { text: words.until, due: words.untilNow, value: gate.breaker_until };
  if (health.state === 'cooling' && gate.cooling_until)
    return { text: words.goesOn, due: words.goesOnNow, value: gate.cooling_until };
  return null;
}
