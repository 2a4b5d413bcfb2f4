import { Button, Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/router';
import { useEffect, useRef, useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { AskedFormOut, FormQuestionOut, SubmissionDetailOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { Answer } from '../answers/answer';
import { Files } from '../answers/files';
import { useOperate } from '../hooks/use-operate';
import { words as all } from '../words';
import { QuestionField } from './question-field';
import { dataOf, editing, valuesOf, type Values } from './values';
import styles from './correct.module.css';

type Props = { submission: SubmissionDetailOut; asked: AskedFormOut; onLeave: () => void };

/** The fields. The server checks them as it checks a form, and its words stand at the fields. */
export function CorrectForm({ submission, asked, onLeave }: Props) {
  const words = all.correct;
  const router = useRouter();
  const { resume } = useOperate(submission.id);
  const { questions, version, newest_version: newest } = asked;
  const form = useForm<Values>({
    initialValues: valuesOf(questions, submission.data, submission.sensitive),
  });
  const [follow, setFollow] = useState(false);
  useLeaveGuard(form.isDirty() && !resume.isPending && !resume.isSuccess);
  const place = useRef<HTMLFormElement>(null);
  const faults = faultsOf(resume.error);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  const send = () =>
    resume.mutate(
      {
        submissionId: submission.id,
        data: { data: dataOf(questions, submission, form.getValues()), newest_version: follow },
      },
      {
        onSuccess: (made) => void router.push(`/submissions/${made.id}`),
        onError: (error) => {
          form.setErrors(faultsOf(error));
          requestAnimationFrame(() =>
            place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
          );
        },
      },
    );

  return (
    <form
      ref={place}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {questions.map((question) =>
        editing(question) === 'typed' ? (
          <QuestionField
            key={question.key}
            question={question}
            path={question.key}
            form={form}
            hidden={submission.sensitive.includes(question.key)}
          />
        ) : (
          <Kept key={question.key} question={question} submission={submission} />
        ),
      )}
      {newest > version && (
        <Checkbox
          label={words.newest(newest)}
          description={words.newestHint(version)}
          checked={follow}
          onChange={(event) => setFollow(event.currentTarget.checked)}
        />
      )}
      {resume.error && <ErrorNotice error={resume.error} what={words.refused} />}
      {Object.keys(faults).length > 0 && (
        <p className={styles.fault}>{words.faults(Object.keys(faults).length)}</p>
      )}
      {elsewhere(questions, faults).map(([path, message]) => (
        <p key={path} className={styles.fault}>
          {message}
        </p>
      ))}
      <ButtonRow>
        <Button type="submit" loading={resume.isPending}>
          {form.isDirty() ? words.resume : words.unchanged}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {words.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

function Kept({
  question,
  submission,
}: {
  question: FormQuestionOut;
  submission: SubmissionDetailOut;
}) {
  const words = all.correct;
  const { key, label } = question;
  const files = submission.files.filter(({ field }) => field === key);
  if (!(key in submission.data)) return null;
  return (
    <div className={styles.kept}>
      <p>{label}</p>
      <p className={styles.note}>
        {editing(question) === 'computed' ? words.computed : words.asItWas}
      </p>
      {files.length > 0 ? (
        <Files files={files} />
      ) : (
        <div>
          <Answer
            question={submission.asked.find((each) => each.key === key)}
            value={submission.data[key]}
          />
        </div>
      )}
    </div>
  );
}

/** What is said of answers that have no field here, such as files. */
function elsewhere(questions: FormQuestionOut[], faults: Record<string, string>) {
  const typed = new Set(
    questions.filter((each) => editing(each) === 'typed').map(({ key }) => key),
  );
  return Object.entries(faults).filter(([path]) => !typed.has(path.split('.')[0] ?? ''));
}

/** What the server says of each field, by the field's place among the values. */
function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    error.problem.errors
      .filter(({ field }) => field.startsWith('data.'))
      .map(({ field, message }) => [field.slice('data.'.length), message]),
  );
}
