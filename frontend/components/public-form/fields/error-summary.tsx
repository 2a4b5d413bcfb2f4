import { useEffect, useRef } from 'react';
import type { Issue } from './issues';
import { fieldId } from './field-id';
import { words } from '../words';
import styles from './error-summary.module.css';

/** Says what keeps the form from being sent, and leads to each field. Takes the focus. */
export function ErrorSummary({ issues }: { issues: Issue[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (issues.length > 0) box.current?.focus();
  }, [issues]);
  if (issues.length === 0) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{words.summary(issues.length)}</h2>
      <ul>
        {issues.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(field))?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
