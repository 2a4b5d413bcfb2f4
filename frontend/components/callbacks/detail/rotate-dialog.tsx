import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { useManageEndpoints } from '../hooks/use-endpoints';
import { words } from '../words';
import styles from './endpoint-detail.module.css';

type Props = {
  endpoint: CallbackEndpointOut;
  onClose: () => void;
  onRotated: (secret: string) => void;
};

/** A new secret, after it was said how long the former one still signs. */
export function RotateDialog({ endpoint, onClose, onRotated }: Props) {
  const { rotate } = useManageEndpoints();
  const said = words.rotate;
  const confirm = () =>
    rotate.mutate({ endpointId: endpoint.id }, { onSuccess: ({ secret }) => onRotated(secret) });
  return (
    <Dialog title={said.title} onClose={onClose}>
      <div className={styles.asked}>
        <p>{said.text}</p>
        {rotate.error && <ErrorNotice error={rotate.error} what={said.failed} />}
        <ButtonRow>
          <Button loading={rotate.isPending} onClick={confirm}>
            {said.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {said.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
