import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { usePrivacyActions } from '../hooks/use-privacy';
import { ApiError } from '@/lib/http/api-error';
import { words } from '../words';
import styles from './find-person.module.css';

/** Looks through everything that is kept, in every workflow. */
export function FindPerson({ onFound }: { onFound: (id: string) => void }) {
  const { search } = usePrivacyActions();
  const [subject, setSubject] = useState('');
  const refused = search.error instanceof ApiError && search.error.problem.status === 422;

  function submit(event: FormEvent) {
    event.preventDefault();
    search.mutate(
      { data: { subject: subject.trim() } },
      {
        onSuccess: (request) => {
          setSubject('');
          onFound(request.id);
        },
      },
    );
  }

  return (
    <form className={styles.find} onSubmit={submit} noValidate>
      <TextInput
        label={words.find.label}
        description={words.find.hint}
        placeholder={words.find.example}
        value={subject}
        maxLength={254}
        autoComplete="off"
        error={refused ? words.find.wrong : undefined}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Button type="submit" loading={search.isPending} disabled={subject.trim().length < 3}>
        {words.find.button}
      </Button>
      {search.error && !refused && <ErrorNotice error={search.error} what={words.find.failed} />}
    </form>
  );
}
