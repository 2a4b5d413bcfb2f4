import { Button, type ButtonProps } from '@mantine/core';
import styles from './danger-button.module.css';

type Props = Omit<ButtonProps, 'className' | 'variant'> & {
  autoFocus?: boolean;
  onClick: () => void;
};

/** The button that does what cannot be undone, after its consequences were on the screen. */
export function DangerButton(props: Props) {
  return <Button className={styles.danger ?? ''} {...props} />;
}
