import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { AlertRouteOut } from '@/lib/api/model';
import { useManageRoutes } from '../hooks/use-routes';
import { words } from '../words';
import styles from './route-form.module.css';

type Props = { route: AlertRouteOut; onLeave: () => void; onDeleted: () => void };

/** Deletes it, after what follows from that was on the screen. */
export function DeleteRoute({ route, onLeave, onDeleted }: Props) {
  const { remove } = useManageRoutes();
  const said = words.routes.form;
  return (
    <div className={styles.form}>
      <p>{said.deleteSure}</p>
      {remove.error && <ErrorNotice error={remove.error} what={said.deleteFailed} />}
      <ButtonRow>
        <DangerButton
          loading={remove.isPending}
          onClick={() => remove.mutate({ routeId: route.id }, { onSuccess: onDeleted })}
        >
          {said.delete}
        </DangerButton>
        <Button variant="default" autoFocus onClick={onLeave}>
          {said.cancel}
        </Button>
      </ButtonRow>
    </div>
  );
}
