import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { Button, CloseButton, Menu } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { BulkKind } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import type { Selection } from '../list/selection';
import { toldCount } from './chosen';
import { words } from './words';
import styles from './bulk-bar.module.css';

const BulkDialog = dynamic(() => import('./dialog/bulk-dialog').then((it) => it.BulkDialog));
const ExportDialog = dynamic(() => import('./export/export-dialog').then((it) => it.ExportDialog));

type Open = BulkKind | 'export' | null;
type Props = {
  selection: Selection;
  /** Ends the selection. */
  done: () => void;
};

/** What can be done with the selected submissions. On a phone it stands at the bottom. */
export function BulkBar({ selection, done }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const permissions = useMe().data?.permissions ?? [];
  const operates = permissions.includes('submissions:operate');
  const close = () => setOpen(null);
  return (
    <section className={styles.bar} aria-label={words.bar.label}>
      <p className={styles.count} role="status">
        {toldCount(selection)}
        <CloseButton aria-label={words.bar.clear} onClick={done} />
      </p>
      <div className={styles.actions}>
        {operates && (
          <>
            <div className={styles.each}>
              {Object.values(BulkKind).map((kind) => (
                <Button
                  key={kind}
                  variant="default"
                  size="compact-sm"
                  onClick={() => setOpen(kind)}
                >
                  {words.bar.ask(kind)}
                </Button>
              ))}
            </div>
            <ActionMenu onChoose={setOpen} />
          </>
        )}
        <Button variant="default" size="compact-sm" onClick={() => setOpen('export')}>
          {words.bar.export}
        </Button>
      </div>
      {open === 'export' && (
        <ExportDialog
          selection={selection}
          reveals={permissions.includes('submissions:read_sensitive')}
          onClose={close}
        />
      )}
      {open !== null && open !== 'export' && (
        <BulkDialog kind={open} selection={selection} onClose={close} onStarted={done} />
      )}
    </section>
  );
}

/** The same actions, where there is no room for a row of buttons. */
function ActionMenu({ onChoose }: { onChoose: (kind: BulkKind) => void }) {
  return (
    <div className={styles.menu}>
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <Button size="compact-sm">{words.bar.actions}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.values(BulkKind).map((kind) => (
            <Menu.Item key={kind} onClick={() => onChoose(kind)}>
              {words.bar.ask(kind)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
