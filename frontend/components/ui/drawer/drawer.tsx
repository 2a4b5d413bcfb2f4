import { useEffect, useRef, type ReactNode } from 'react';
import styles from './drawer.module.css';

type Props = { label: string; onClose: () => void; children: ReactNode };

/**
 * What slides in from the side of a phone, open as long as it is rendered. The browser keeps the
 * focus inside, and closes it on Escape; so does a press beside it.
 */
export function Drawer({ label, onClose, children }: Props) {
  const drawer = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = drawer.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={drawer}
      className={styles.drawer}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        // The backdrop belongs to the dialog itself; what is in it fills it.
        if (event.target === event.currentTarget) drawer.current?.close();
      }}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
