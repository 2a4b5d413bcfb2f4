import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { useKnownShortcuts, useShortcuts } from '@/lib/hooks/use-shortcuts';
import { words } from '../words';
import styles from './shortcuts-help.module.css';

/** The keys of the page, for whoever presses `?`. */
export function ShortcutsHelp() {
  const [open, setOpen] = useState(false);
  useShortcuts([{ keys: '?', what: words.keys.help, run: () => setOpen(true) }]);
  return open ? <Help onClose={() => setOpen(false)} /> : null;
}

function Help({ onClose }: { onClose: () => void }) {
  const shortcuts = useKnownShortcuts();
  return (
    <Dialog title={words.keys.title} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{words.findKeys}</kbd>
          </dt>
          <dd>{words.find}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
