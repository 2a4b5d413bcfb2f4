import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { useManageEndpoints } from '../hooks/use-endpoints';
import { words } from '../words';
import styles from './endpoint-detail.module.css';

type Props = { endpoint: CallbackEndpointOut; onClose: () => void; onRemoved: () => void };

/** Deletes it, after what follows from that was on the screen. */
export function RemoveDialog({ endpoint, onClose, onRemoved }: Props) {
  const { remove } = useManageEndpoints();
  const said = words.remove;
  return (
    <Dialog title={said.title} onClose={onClose}>
      <div className={styles.asked}>
        <p>{said.text}</p>
        {remove.error && <ErrorNotice error={remove.error} what={said.failed} />}
        <ButtonRow>
          <DangerButton
            loading={remove.isPending}
            onClick={() => remove.mutate({ endpointId: endpoint.id }, { onSuccess: onRemoved })}
          >
            {said.confirm}
          </DangerButton>
          <Button variant="default" autoFocus onClick={onClose}>
            {said.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
