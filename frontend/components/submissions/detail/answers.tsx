import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/use-me';
import { useReveal } from '@/lib/hooks/use-reveal';
import styles from './detail.module.css';

/** The answers as they were accepted, by field; sensitive ones only when somebody asks. */
export function Answers({ submission }: { submission: SubmissionDetailOut }) {
  const { data, sensitive } = submission;
  const reveal = useReveal(submission.id);
  return (
    <>
      <dl className={styles.answers}>
        {Object.entries(data).map(([key, value]) => (
          <div key={key}>
            <dt>{key.replaceAll('_', ' ')}</dt>
            <dd>
              {!sensitive.includes(key) ? (
                shown(value)
              ) : reveal.answers ? (
                shown(reveal.answers[key])
              ) : (
                <span className={styles.masked}>
                  <span aria-hidden="true">{shown(value)}</span> Hidden
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {sensitive.length > 0 && <Reveal reveal={reveal} />}
    </>
  );
}

function Reveal({ reveal }: { reveal: ReturnType<typeof useReveal> }) {
  const { data: me } = useMe();
  if (!me) return null;
  if (!me.permissions.includes('submissions:read_sensitive')) {
    return (
      <p className={styles.masking}>
        Sensitive answers are hidden. Your role does not include seeing them.
      </p>
    );
  }
  return (
    <div className={styles.masking}>
      {reveal.answers ? (
        <Button variant="default" size="compact-sm" onClick={reveal.hide}>
          Hide sensitive answers
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" loading={reveal.asking} onClick={reveal.show}>
          Show sensitive answers
        </Button>
      )}
      <p>Each time they are shown is written into the audit log.</p>
      {reveal.error && <ErrorNotice error={reveal.error} what="The answers could not be shown" />}
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Not given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
