import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { CloseButton } from '@mantine/core';
import { Brand } from '@/components/ui/brand/brand';
import { Drawer } from '@/components/ui/drawer/drawer';
import { words as shared } from '@/components/ui/words';
import type { MeOut } from '@/lib/api/model';
import { START } from '@/lib/config/start';
import { BRAND } from '@/lib/words/brand';
import { words } from '../words';
import { WayAround } from './way-around';
import styles from './rail.module.css';

/** Beside the page at a desk; on a phone a bar above it, with a button that opens the rest. */
export function Rail({ me }: { me: MeOut | undefined }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <header className={styles.rail} aria-label={BRAND}>
      <Brand as={Link} href={START} />
      <span className={styles.organization} dir="auto">
        {me?.organization.name}
      </span>
      <div className={styles.inside}>
        <WayAround me={me} />
      </div>
      <button
        type="button"
        className={styles.menu}
        aria-haspopup="dialog"
        aria-label={words.menu}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
          <path d="M3 5.5h14M3 10h14M3 14.5h14" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </button>
      {open && (
        <Drawer label={words.menu} onClose={close}>
          <div className={styles.drawn}>
            <div className={styles.top}>
              <CloseButton aria-label={shared.close} size="lg" onClick={close} />
            </div>
            <WayAround me={me} onLeave={close} />
          </div>
        </Drawer>
      )}
    </header>
  );
}
