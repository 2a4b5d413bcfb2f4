import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AlertMessageOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';
import styles from './route-card.module.css';

type Props = { message: AlertMessageOut | undefined; error: unknown };

/** What became of the test: it arrived, or why not. */
export function TestOutcome({ message, error }: Props) {
  if (error) {
    return (
      <div className={styles.outcome}>
        <ErrorNotice error={error} what={words.routes.testing.refused} />
      </div>
    );
  }
  if (!message) return <div role="status" />;
  const last = message.attempts.at(-1);
  const { state, text } = verdict(message);
  return (
    <div className={styles.outcome} role="status">
      <StateLabel state={state} word="" /> <Phrase text={text} parts={{ why: last?.message }} />
      {last && last.answer !== '' && (
        <code>
          {words.routes.testing.answer} {last.answer}
        </code>
      )}
    </div>
  );
}

function verdict({ status, attempts }: AlertMessageOut): { state: State; text: string } {
  const said = words.routes.testing;
  if (status === 'succeeded') return { state: 'delivered', text: said.arrived };
  if (status === 'failed') return { state: 'failed', text: said.failed };
  if (attempts.length > 0) return { state: 'needs', text: said.trying };
  return { state: 'transit', text: said.waiting };
}
