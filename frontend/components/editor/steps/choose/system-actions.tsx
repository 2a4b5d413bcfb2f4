import { useId } from 'react';
import { ConnectionHealth } from './connection-health';
import type { Group } from './found';
import { firstSentence } from '../model/first-sentence';
import { words } from '../words';
import styles from './choose.module.css';

type Props = { group: Group; onChoose: (action: string) => void };

/** One connected system, how it is, and what it can do. */
export function SystemActions({ group: { connection, kind, actions }, onChoose }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.system}>
        <h3 id={id} dir="auto">
          {connection.name}
        </h3>
        {kind.title !== connection.name && <span className={styles.quiet}>{kind.title}</span>}
        <ConnectionHealth connection={connection} />
      </div>
      <ul className={styles.actions}>
        {actions.map(({ name, title, description, effect }) => (
          <li key={name}>
            <button type="button" className={styles.action} onClick={() => onChoose(name)}>
              <strong>{title}</strong>
              {description && <span>{firstSentence(description)}</span>}
              <span className={styles.quiet}>{words.effects[effect]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
