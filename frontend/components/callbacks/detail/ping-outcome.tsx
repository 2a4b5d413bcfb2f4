import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Payload } from '@/components/ui/payload/payload';
import { Phrase } from '@/components/ui/phrase/phrase';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { CallbackEndpointOut, CallbackOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { duration } from '@/lib/words/amounts/time';
import { words } from '../words';
import styles from './endpoint-detail.module.css';

type Props = { endpoint: CallbackEndpointOut; message: CallbackOut | undefined; error: unknown };

/** What became of the ping: taken, tried again, or why not. */
export function PingOutcome({ endpoint, message, error }: Props) {
  if (error) return <ErrorNotice error={error} what={words.ping.refused} />;
  if (!message) return <div role="status" />;
  const last = message.attempts.at(-1);
  const { state, text } = verdict(message, endpoint.enabled);
  return (
    <div className={styles.outcome} role="status">
      <StateLabel state={state} word="" />{' '}
      <Phrase
        text={text}
        parts={{
          why: last?.message,
          status: last?.status_code,
          time: last && duration(Date.parse(last.ended_at) - Date.parse(last.started_at)),
        }}
      />
      {last && last.answer !== '' && <Payload value={last.answer} label={words.ping.answer} />}
    </div>
  );
}

function verdict(
  { status, attempts }: CallbackOut,
  enabled: boolean,
): { state: State; text: string } {
  if (status === 'succeeded') return { state: 'delivered', text: words.ping.arrived };
  if (status === 'failed') return { state: 'failed', text: words.ping.failed };
  if (attempts.length > 0) return { state: 'needs', text: words.ping.trying };
  if (!enabled) return { state: 'waiting', text: words.ping.disabled };
  return { state: 'transit', text: words.ping.waiting };
}
