import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { Link } from '@/components/ui/link/link';
import { useEffect } from 'react';
import { words as shared } from '@/components/ui/words';
import { showNotices } from '@/lib/hooks/work/use-notices';

const SECONDS = 8_000;

/** Says above every page what was done or has ended; a failure stays until it is closed. */
export function Notices() {
  useEffect(
    () =>
      showNotices(({ text, failed, way }) => {
        const id = notifications.show({
          message: (
            <>
              {text} {way && <Link href={way.href}>{way.label}</Link>}
            </>
          ),
          color: failed ? 'var(--failed)' : 'var(--delivered)',
          autoClose: failed || way ? false : SECONDS,
          closeButtonProps: { 'aria-label': shared.close },
          onClick: () => notifications.hide(id),
        });
      }),
    [],
  );
  return (
    <Notifications position="bottom-right" allowDragDismiss={false} allowScrollDismiss={false} />
  );
}
