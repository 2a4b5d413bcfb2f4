import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { useManageEndpoints } from '../hooks/use-endpoints';
import { words } from '../words';
import styles from './endpoint-detail.module.css';

type Props = { endpoint: CallbackEndpointOut; manages: boolean };

/** Why it is not called, and the way back. Nothing while all is well. */
export function WhyOff({ endpoint, manages }: Props) {
  const { change } = useManageEndpoints();
  const said = words.detail;
  const since = endpoint.enabled ? endpoint.failing_since : endpoint.disabled_at;
  if (since === null) return null;
  const { url, kinds, description } = endpoint;
  const enable = () =>
    change.mutate({ endpointId: endpoint.id, data: { url, kinds, description, enabled: true } });
  return (
    <div className={styles.why} role="status">
      <p>
        <Phrase text={why(endpoint)} parts={{ time: <RelativeTime value={since} /> }} />
      </p>
      {!endpoint.enabled && manages && (
        <>
          <p className={styles.former}>{said.enabling}</p>
          <Button size="compact-sm" loading={change.isPending} onClick={enable}>
            {said.enable}
          </Button>
        </>
      )}
      {change.error && <ErrorNotice error={change.error} what={said.notChanged} />}
    </div>
  );
}

function why({ enabled, disabled_reason: reason }: CallbackEndpointOut): string {
  if (enabled) return words.detail.why.trying;
  if (reason === 'gone' || reason === 'failing') return words.detail.why[reason];
  return words.detail.why.operator;
}
