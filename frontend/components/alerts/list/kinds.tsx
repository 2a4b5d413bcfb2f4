import type { AlertKind } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { useAlertCounts, type Chosen } from '../hooks/use-alerts';
import { SeverityLabel } from '../parts/severity';
import { words } from '../words';
import styles from './kinds.module.css';

type Props = { chosen: Chosen; onChange: (next: Partial<Chosen>) => void };

/** How many are open of each kind, the gravest first; one narrows the list to it. */
export function Kinds({ chosen, onChange }: Props) {
  const { data, isPending } = useAlertCounts();
  if (chosen.open && isPending) return <div data-awaits="true" />;
  if (!chosen.open || !data || data.items.length === 0) return null;
  const all = data.items.reduce((sum, { open }) => sum + open, 0);
  const choose = (kind: AlertKind | null) => onChange({ kind });
  return (
    <ul className={styles.kinds} aria-label={words.list.kinds}>
      <li>
        <button type="button" aria-pressed={chosen.kind === null} onClick={() => choose(null)}>
          {words.list.everything} <b>{number(all)}</b>
        </button>
      </li>
      {data.items.map(({ kind, severity, open }) => (
        <li key={kind}>
          <button type="button" aria-pressed={chosen.kind === kind} onClick={() => choose(kind)}>
            <SeverityLabel severity={severity} /> {words.rules.kinds[kind]} <b>{number(open)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
