import { Link } from '@/components/ui/link/link';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { useRequestReset } from '../hooks/use-steps';
import { Aside, PageHead } from '../parts/head';
import { Page } from '../parts/page';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

/** Asks for a link to a new password. What it says is the same for every address. */
export function ForgotPassword() {
  const request = useRequestReset();
  const [email, setEmail] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    request.mutate(email);
  }

  return (
    <Page>
      {request.isSuccess ? (
        <PageHead title={words.forgot.sentTitle} lead={words.forgot.sent(email)} live />
      ) : (
        <>
          <PageHead title={words.forgot.title} lead={words.forgot.lead} />
          {request.error && <Refusal error={request.error} wrong={words.forgot.wrong} />}
          <form className="sign-in-form" method="post" onSubmit={submit}>
            <TextField
              label={words.forgot.email}
              name="email"
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={request.isPending}>
              {words.forgot.send}
            </Button>
          </form>
        </>
      )}
      <Aside>
        <Link href="/sign-in">{words.forgot.back}</Link>
      </Aside>
    </Page>
  );
}
