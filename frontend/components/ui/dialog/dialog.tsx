import { CloseButton } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { words } from '../words';
import styles from './dialog.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/**
 * A question above the page, open as long as it is rendered. The browser keeps the focus inside,
 * closes it on Escape, and the focus goes back to where it was. It begins at `data-first`.
 */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element?.open) element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <CloseButton aria-label={words.close} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}
