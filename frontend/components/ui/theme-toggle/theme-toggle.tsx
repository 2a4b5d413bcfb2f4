import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { words } from '../words';
import styles from './theme-toggle.module.css';

/** Switches between light and dark; without a choice the system's setting holds. */
export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const mounted = useMounted();
  const next = mounted && scheme === 'dark' ? 'light' : 'dark';
  return (
    <UnstyledButton
      className={styles.toggle}
      onClick={() => setColorScheme(next)}
      aria-label={words.colours[next]}
      title={words.colours[next]}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />
      </svg>
    </UnstyledButton>
  );
}
