import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Payload } from '@/components/ui/payload/payload';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { CallbackDetailOut } from '@/lib/api/model';
import { useMay } from '@/lib/hooks/person/use-may';
import { useCallbackDetail, useResend } from '../hooks/use-log';
import { words } from '../words';
import { CallbackState } from './callback-state';
import { Tries } from './tries';
import styles from './callback-dialog.module.css';

/** One callback: what is sent, and what came back at each try. */
export function CallbackDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isPending, refetch } = useCallbackDetail(id);
  const title = data ? (words.kinds[data.kind] ?? data.kind) : words.one.title;
  return (
    <Dialog title={title} onClose={onClose}>
      {isPending ? (
        <div role="status" aria-label={words.one.loading} className={styles.parts}>
          <Skeleton width="100%" height="4rem" />
          <Skeleton width="100%" height="12rem" />
        </div>
      ) : data === undefined ? (
        <ErrorNotice error={error} what={words.one.failed} onRetry={() => void refetch()} />
      ) : (
        <Shown callback={data} />
      )}
    </Dialog>
  );
}

function Shown({ callback }: { callback: CallbackDetailOut }) {
  const said = words.one;
  return (
    <div className={styles.parts}>
      <dl className={styles.facts}>
        <dt>{words.log.columns.state}</dt>
        <dd>
          <CallbackState status={callback.status} />
        </dd>
        <dt>{said.to}</dt>
        <dd>
          <code>{callback.url}</code>
        </dd>
        <dt>{said.id}</dt>
        <dd>
          <code>{callback.id}</code>
        </dd>
      </dl>
      <section className={styles.parts} aria-label={said.request}>
        <h3>{said.request}</h3>
        <p className={styles.hint}>{said.requestHint}</p>
        <Payload value={callback.body} label={said.body} />
      </section>
      <section className={styles.parts} aria-label={said.tries}>
        <h3>{said.tries}</h3>
        <Tries attempts={callback.attempts} />
      </section>
      <Again callback={callback} />
    </div>
  );
}

function Again({ callback }: { callback: CallbackDetailOut }) {
  const said = words.one;
  const operates = useMay('submissions:operate');
  const resend = useResend(callback.id);
  const onItsWay = callback.status === 'pending' || callback.status === 'sending';
  return (
    <>
      <DoneNote text={resend.isSuccess ? said.resent : ''} />
      {resend.error && <ErrorNotice error={resend.error} what={said.notResent} />}
      <ButtonRow>
        {operates && (
          <Button
            size="compact-sm"
            disabled={onItsWay}
            title={onItsWay ? said.onItsWay : ''}
            loading={resend.isPending}
            onClick={() => resend.mutate({ callbackId: callback.id })}
          >
            {said.again}
          </Button>
        )}
        {callback.submission_id !== null && (
          <Button
            size="compact-sm"
            variant="default"
            component={Link}
            href={`/submissions/${callback.submission_id}`}
          >
            {said.submission}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}
