import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { START } from '@/lib/config/start';
import { useResetPassword } from '../hooks/use-steps';
import { Aside, PageHead } from '../parts/head';
import { Page } from '../parts/page';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

/** Sets a new password with the key of a mail; a second factor is asked for at the sign-in page. */
export function ResetPassword() {
  const router = useRouter();
  const reset = useResetPassword();
  const [password, setPassword] = useState('');
  const key = String(router.query.key ?? '');
  const stale = reset.error?.problem.code === 'invalid_password_reset';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    reset.mutate(
      { key, password },
      { onSuccess: ({ done }) => void router.replace(done ? START : '/sign-in') },
    );
  }

  return (
    <Page>
      <PageHead title={words.reset.title} lead={words.reset.lead} />
      {reset.error && (
        <Refusal error={reset.error} wrong={stale ? words.reset.stale : words.reset.wrong} />
      )}
      {stale ? (
        <Aside>
          <Link href="/forgot-password">{words.reset.again}</Link>
        </Aside>
      ) : (
        <form className="sign-in-form" method="post" onSubmit={submit}>
          <TextField
            label={words.reset.password}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            description={words.reset.passwordHint}
            error={reset.error?.about('password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={reset.isPending || reset.isSuccess}>
            {words.reset.button}
          </Button>
        </form>
      )}
    </Page>
  );
}
