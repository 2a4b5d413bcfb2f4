import type { BulkKind, BulkPreviewOut } from '@/lib/api/model';
import { roughly } from '../time';
import { words } from '../words';
import styles from './preview-part.module.css';

type Props = { kind: BulkKind; preview: BulkPreviewOut; rate: number };

/** What the action would do, in words: to how many, what is sent, what may double, how long. */
export function PreviewPart({ kind, preview, rate }: Props) {
  if (preview.id === null) return <p className={styles.nothing}>{words.preview.nothing[kind]}</p>;
  const { submissions, selected, more, estimated_seconds: seconds } = preview;
  return (
    <section className={styles.preview} aria-label={words.preview.label}>
      <p>
        <strong>{words.preview.treats(submissions, selected)}</strong> {words.preview.fixed}
      </p>
      {more && <p className={styles.warning}>{words.preview.more(submissions)}</p>}
      <Left left={preview.left} />
      <Tried preview={preview} />
      {kind !== 'cancel' && <Sends preview={preview} />}
      <p>{words.preview.takes(roughly(Math.max(seconds, submissions / rate)))}</p>
    </section>
  );
}

function Left({ left }: { left: BulkPreviewOut['left'] }) {
  const kept = Object.entries(left).filter(([, count]) => count > 0);
  if (kept.length === 0) return null;
  return (
    <div>
      <p>{words.preview.left}</p>
      <ul className={styles.list}>
        {kept.map(([status, count]) => (
          <li key={status}>{words.preview.leftAs(count, status)}</li>
        ))}
      </ul>
    </div>
  );
}

function Tried({ preview }: { preview: BulkPreviewOut }) {
  const { tried, refused, reasons } = preview;
  if (tried === 0) return null;
  return (
    <div className={refused > 0 ? styles.warning : undefined}>
      <p>{words.preview.tried(refused, tried)}</p>
      {refused > 0 && (
        <ul className={styles.list}>
          {reasons.map(({ reason }) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Sends({ preview }: { preview: BulkPreviewOut }) {
  const { steps, effects, likely_duplicates: doubled, may_have_arrived: doubtful } = preview;
  if (steps === 0) return <p>{words.preview.sendsNothing}</p>;
  return (
    <>
      <div>
        <p>{words.preview.sends(steps)}</p>
        <ul className={styles.list}>
          {Object.entries(effects).map(([effect, count]) => (
            <li key={effect}>
              {(words.preview.effects[effect] ?? words.preview.effects.unknown)?.(count)}
            </li>
          ))}
        </ul>
      </div>
      {doubled > 0 && <p className={styles.warning}>{words.preview.duplicates(doubled)}</p>}
      {doubtful > doubled && <p>{words.preview.recognized(doubtful - doubled)}</p>}
    </>
  );
}
