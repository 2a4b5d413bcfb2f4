import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useReveal } from '../hooks/use-reveal';
import { words as all } from '../words';
import { Answer, Listed } from './answer';
import { Files } from './files';
import styles from './answers.module.css';

/** The answers as they were accepted, by question; sensitive ones only when somebody asks. */
export function Answers({ submission }: { submission: SubmissionDetailOut }) {
  const words = all.answers;
  const { asked, data, sensitive } = submission;
  const filesOf = (key: string) => submission.files.filter(({ field }) => field === key);
  const reveal = useReveal(submission.id);
  return (
    <>
      <Listed asked={asked} data={data}>
        {(key, question) => {
          if (filesOf(key).length > 0) return <Files files={filesOf(key)} />;
          if (!sensitive.includes(key)) return <Answer question={question} value={data[key]} />;
          if (reveal.answers) {
            const { data: shown, asked: about } = reveal.answers;
            return <Answer question={about.find((each) => each.key === key)} value={shown[key]} />;
          }
          return (
            <span className={styles.masked}>
              <Phrase
                text={words.hidden}
                parts={{ value: <span aria-hidden="true">{String(data[key])}</span> }}
              />
            </span>
          );
        }}
      </Listed>
      {sensitive.length > 0 && <Reveal reveal={reveal} />}
    </>
  );
}

function Reveal({ reveal }: { reveal: ReturnType<typeof useReveal> }) {
  const words = all.answers;
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
