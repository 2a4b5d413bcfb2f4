import { VisuallyHidden } from '@mantine/core';
import { diffLines } from 'diff';
import { words as all } from '../words';
import styles from './exchange.module.css';

type Props = { title: string; before: unknown; after: unknown; since: number };

/** Lines kept around what changed. */
const AROUND = 2;

/** What is other than in the attempt before, by line; unchanged stretches are folded. */
export function Changes({ title, before, after, since }: Props) {
  const words = all.attempts;
  const parts = diffLines(written(before), written(after));
  if (!parts.some(({ added, removed }) => added || removed)) return <p>{words.same(since)}</p>;
  return (
    <pre className={styles.changes} tabIndex={0} aria-label={title}>
      {parts.map(({ added, removed, value }, index) => {
        if (added || removed) {
          const Mark = added ? 'ins' : 'del';
          return (
            <Mark key={index}>
              <VisuallyHidden>{added ? words.added : words.removed}</VisuallyHidden>
              {value}
            </Mark>
          );
        }
        const first = index === 0;
        return <span key={index}>{folded(value, first, index === parts.length - 1)}</span>;
      })}
    </pre>
  );
}

function folded(value: string, first: boolean, last: boolean): string {
  const lines = value.split('\n').slice(0, -1);
  const [head, tail] = [first ? 0 : AROUND, last ? 0 : AROUND];
  if (lines.length <= head + tail + 1) return value;
  const between = all.attempts.unchanged(lines.length - head - tail);
  return [...lines.slice(0, head), `… ${between}`, ...lines.slice(lines.length - tail), ''].join(
    '\n',
  );
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  return `${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}\n`;
}
