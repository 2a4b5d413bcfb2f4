import type { RefObject } from 'react';
import { words } from '../words';
import styles from './trap.module.css';

/**
 * A field for programs that fill in everything. People never meet it: it is out of sight, out of
 * the keyboard's order, and not there for screen readers.
 */
export function Trap({ input }: { input: RefObject<HTMLInputElement | null> }) {
  return (
    <div className={styles.trap} aria-hidden="true">
      <label>
        {words.trap}
        <input ref={input} type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
