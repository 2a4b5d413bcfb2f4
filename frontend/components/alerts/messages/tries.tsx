import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { AlertMessageOut } from '@/lib/api/model';
import { words } from '../words';
import styles from './messages.module.css';

/** Each try of a message, with what came back. */
export function Tries({ message: { attempts, title } }: { message: AlertMessageOut }) {
  const said = words.messages;
  if (attempts.length === 0) return said.tries(0);
  return (
    <details>
      <summary aria-label={`${said.tries(attempts.length)}. ${said.triesOf(title)}`}>
        {said.tries(attempts.length)}
      </summary>
      <ol className={styles.attempts}>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <RelativeTime value={attempt.ended_at} />{' '}
            {attempt.status_code !== null && <b>{said.status(attempt.status_code)}</b>}{' '}
            {attempt.message || said.took}
            {attempt.answer && <code>{attempt.answer}</code>}
          </li>
        ))}
      </ol>
    </details>
  );
}
