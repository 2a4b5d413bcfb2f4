import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useAskedForm } from '../hooks/use-asked-form';
import { words as all } from '../words';
import { CorrectForm } from './correct-form';
import styles from './correct.module.css';

type Props = { submission: SubmissionDetailOut; onLeave: () => void };

/** The answers once more, as fields of the form's own questions, to go on with what is corrected. */
export function CorrectAnswers({ submission, onLeave }: Props) {
  const words = all.correct;
  const done = submission.steps.flatMap(({ status, title }) =>
    status === 'succeeded' ? title : [],
  );
  const { data, error, isPending, refetch } = useAskedForm(submission.id);
  return (
    <div className={styles.correct}>
      <Sheet label={words.title}>
        <SheetPart>
          <h2>{words.title}</h2>
          <p className={styles.note}>
            <Phrase text={words.intro} parts={{ reference: submission.reference }} />
          </p>
          {done.length > 0 && <p className={styles.note}>{words.done(done)}</p>}
          {data ? (
            <CorrectForm submission={submission} asked={data} onLeave={onLeave} />
          ) : isPending ? (
            <div className={styles.form} role="group" aria-label={words.loading}>
              {[1, 2, 3].map((each) => (
                <Skeleton key={each} width="100%" height="3.5rem" />
              ))}
            </div>
          ) : (
            <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
          )}
        </SheetPart>
      </Sheet>
    </div>
  );
}
