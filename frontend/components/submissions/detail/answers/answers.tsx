import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/use-me';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useReveal } from '../../hooks/use-reveal';
import { words as all } from '../../words';
import { Files } from './files';
import styles from './answers.module.css';

const words = all.answers;

/** The answers as they were accepted, by field; sensitive ones only when somebody asks. */
export function Answers({ submission }: { submission: SubmissionDetailOut }) {
  const { data, sensitive } = submission;
  const filesOf = (key: string) => submission.files.filter(({ field }) => field === key);
  const reveal = useReveal(submission.id);
  return (
    <>
      <dl className={styles.answers}>
        {Object.entries(data).map(([key, value]) => (
          <div key={key}>
            <dt>{key.replaceAll('_', ' ')}</dt>
            <dd>
              {filesOf(key).length > 0 ? (
                <Files files={filesOf(key)} />
              ) : !sensitive.includes(key) ? (
                shown(value)
              ) : reveal.answers ? (
                shown(reveal.answers[key])
              ) : (
                <span className={styles.masked}>
                  <Phrase
                    text={words.hidden}
                    parts={{ value: <span aria-hidden="true">{shown(value)}</span> }}
                  />
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
    return <p className={styles.masking}>{words.notAllowed}</p>;
  }
  return (
    <div className={styles.masking}>
      {reveal.answers ? (
        <Button variant="default" size="compact-sm" onClick={reveal.hide}>
          {words.hide}
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" loading={reveal.asking} onClick={reveal.show}>
          {words.show}
        </Button>
      )}
      <p>{words.audited}</p>
      {reveal.error && <ErrorNotice error={reveal.error} what={words.failed} />}
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.notGiven;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
