import { SWITCHES_COLOURS } from '@/lib/config/color-scheme';
import { words } from '../words';
import styles from './theme-toggle.module.css';

/**
 * Switches between light and dark; without a choice the system's setting holds. Has no state: the
 * inline script of every page does it, and the styles show the name that fits.
 */
export function ThemeToggle() {
  return (
    <button
      type="button"
      className={styles.toggle}
      title={words.colours.both}
      {...{ [SWITCHES_COLOURS]: '' }}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />
      </svg>
      <span className={styles.toDark}>{words.colours.dark}</span>
      <span className={styles.toLight}>{words.colours.light}</span>
    </button>
  );
}
