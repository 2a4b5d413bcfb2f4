import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { MeOut } from '@/lib/api/model';
import { words } from '../words';
import styles from './finder.module.css';

const Palette = dynamic(() => import('./palette').then((module) => module.Palette), {
  ssr: false,
});

/** Opens, with a button or with Ctrl-K, what one goes to, looks for and does. It is loaded then. */
export function Finder({ onOpen }: { onOpen?: (() => void) | undefined }) {
  return (
    <button
      type="button"
      className={styles.find}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        onOpen?.();
        openPalette();
      }}
    >
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <path
          d="m17 17-4.2-4.2M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      <span>{words.find}</span>
      <kbd className={styles.keys}>{words.findKeys}</kbd>
    </button>
  );
}

const OPEN = 'waybill:palette';

const openPalette = () => dispatchEvent(new Event(OPEN));

/** Listens for whoever wants to find something; stands once in the frame. */
export function PaletteHost({ me }: { me: MeOut }) {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const show = () => setAsked((times) => times + 1);
    const press = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!wanted || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) show();
    };
    addEventListener(OPEN, show);
    addEventListener('keydown', press);
    return () => {
      removeEventListener(OPEN, show);
      removeEventListener('keydown', press);
    };
  }, []);
  return asked > 0 && <Palette me={me} asked={asked} />;
}
