import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { AlertOut } from '@/lib/api/model';
import { useAnswer } from '../hooks/use-alerts';
import { words } from '../words';
import { isSilent } from './is-silent';
import { SilenceDialog } from './silence-dialog';

const AcknowledgeDialog = dynamic(
  () => import('./acknowledge-dialog').then((module) => module.AcknowledgeDialog),
  {
    ssr: false,
  },
);

type Props = { alert: AlertOut; onDone: (what: string) => void };

/** What an operator answers: somebody sees to it; say nothing for a time. */
export function Answers({ alert, onDone }: Props) {
  const [asking, setAsking] = useState<'acknowledge' | 'silence' | null>(null);
  const { silence, told } = useAnswer();
  const close = () => setAsking(null);
  const finish = (what: string) => {
    close();
    onDone(what);
  };
  return (
    <>
      <ButtonRow>
        <Button size="compact-sm" variant="default" onClick={() => setAsking('acknowledge')}>
          {alert.acknowledged_at === null ? words.answer.acknowledge : words.answer.again}
        </Button>
        {isSilent(alert) ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={silence.isPending}
            onClick={() =>
              silence.mutate(
                { alertId: alert.id, data: { until: null }, params: told },
                { onSuccess: () => onDone(words.answer.silencing.ended) },
              )
            }
          >
            {words.answer.unsilence}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => setAsking('silence')}>
            {words.answer.silence}
          </Button>
        )}
      </ButtonRow>
      {silence.error && <ErrorNotice error={silence.error} what={words.answer.silencing.failed} />}
      {asking === 'acknowledge' && (
        <AcknowledgeDialog alert={alert} onClose={close} onDone={finish} />
      )}
      {asking === 'silence' && <SilenceDialog alert={alert} onClose={close} onDone={finish} />}
    </>
  );
}
