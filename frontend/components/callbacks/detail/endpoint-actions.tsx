import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { useManageEndpoints } from '../hooks/use-endpoints';
import { usePing } from '../hooks/use-ping';
import { words } from '../words';
import { PingOutcome } from './ping-outcome';
import styles from './endpoint-detail.module.css';

export type Asked = 'change' | 'rotate' | 'remove';

type Props = { endpoint: CallbackEndpointOut; onAsk: (what: Asked) => void };

/** A ping with what became of it, and the changes that ask first. */
export function EndpointActions({ endpoint, onAsk }: Props) {
  const said = words.detail;
  const ping = usePing(endpoint.id);
  const { change } = useManageEndpoints();
  const { url, kinds, description } = endpoint;
  const disable = () =>
    change.mutate({ endpointId: endpoint.id, data: { url, kinds, description, enabled: false } });
  return (
    <div className={styles.actions}>
      <ButtonRow>
        <Button size="compact-sm" loading={ping.sending} onClick={ping.send}>
          {said.ping}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAsk('change')}>
          {said.change}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAsk('rotate')}>
          {said.rotate}
        </Button>
        {endpoint.enabled && (
          <Button size="compact-sm" variant="default" loading={change.isPending} onClick={disable}>
            {said.disable}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onAsk('remove')}>
          {said.remove}
        </Button>
      </ButtonRow>
      {change.error && <ErrorNotice error={change.error} what={said.notChanged} />}
      <PingOutcome endpoint={endpoint} message={ping.message} error={ping.error} />
    </div>
  );
}
