import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateMark } from '@/components/ui/state-mark/state-mark';
import type { EventOut, SubmissionDetailOut } from '@/lib/api/model';
import { duration } from '@/lib/words/amounts/time';
import type { useLog } from '../hooks/use-log';
import { words as all } from '../words';
import { Corrections } from './corrections';
import { eventState, eventWords } from './event-words';
import styles from './timeline.module.css';

type Props = { submission: SubmissionDetailOut; log: ReturnType<typeof useLog> };

/** Everything that happened to a submission, in the order in which it did. */
export function Timeline({ submission, log }: Props) {
  const words = all.timeline;
  const { events } = log;
  if (log.isPending) return <LogSkeleton />;
  if (log.isError && events.length === 0)
    return <ErrorNotice error={log.error} what={words.failed} onRetry={() => void log.refetch()} />;
  return (
    <>
      <ol className={styles.log} aria-label={words.list}>
        {events.map((event, index) => (
          <Line key={event.id} event={event} before={events[index - 1]} submission={submission} />
        ))}
      </ol>
      {log.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

type LineProps = {
  event: EventOut;
  before: EventOut | undefined;
  submission: SubmissionDetailOut;
};

function Line({ event, before, submission }: LineProps) {
  const words = all.timeline;
  const { detail } = event;
  const passed = before ? new Date(event.at).getTime() - new Date(before.at).getTime() : 0;
  const errors = all.attempts.errors;
  const error = typeof detail.error === 'string' ? (errors[detail.error] ?? detail.error) : null;
  const who = typeof detail.by === 'string' && detail.by ? words.by(detail.by) : null;
  const tried = typeof detail.try === 'number' ? words.try(detail.try) : null;
  return (
    <li className={styles.line}>
      <StateMark state={eventState(event)} size={14} />
      <div className={styles.what}>
        <p>
          <bdi>{eventWords(event, submission.steps)}</bdi>
        </p>
        {(who || tried) && (
          <p className={styles.more}>
            <bdi>{[tried, who].filter(Boolean).join(' · ')}</bdi>
          </p>
        )}
        {error && <p className={styles.more}>{error}</p>}
        {typeof detail.note === 'string' && detail.note && (
          <p className={styles.more}>
            <bdi>{words.note(detail.note)}</bdi>
          </p>
        )}
        <Corrections changed={detail.changed} asked={submission.asked} />
      </div>
      <p className={styles.when}>
        <RelativeTime value={event.at} />
        {passed >= 1000 && <span className={styles.passed}>{`+${duration(passed)}`}</span>}
      </p>
    </li>
  );
}

function LogSkeleton() {
  return (
    <div role="group" aria-label={all.timeline.loading}>
      {['70%', '55%', '62%'].map((width, index) => (
        <p key={index} className={styles.loading}>
          <Skeleton width={width} height="1.25rem" />
        </p>
      ))}
    </div>
  );
}
