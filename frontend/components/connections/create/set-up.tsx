import { useEffect, useState } from 'react';
import type { ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useMaking } from '../hooks/use-making';
import { bodyOf } from '../schema/body';
import { hasSecrets, withoutSecrets } from '../schema/draft';
import { fieldsOf, type Schema } from '../schema/model';
import { endOf } from '../inputs/end-date';
import { FillIn } from './fill-in';
import { keep } from './kept';
import { Trial } from './trial';
import { useNewConnection } from './use-new-connection';

type Props = {
  connector: ConnectorOut;
  organization: string;
  onTesting: (testing: boolean) => void;
  onMade: (made: { connection: ConnectionOut; works: boolean }) => void;
  onOther: () => void;
};

/** Fills it in, tests it, and saves it. What is not secret is kept in this browser until then. */
export function SetUp({ connector, organization, onTesting, onMade, onOther }: Props) {
  const [settings] = useState(() => fieldsOf(connector.settings_schema as Schema));
  const [credentials] = useState(() => fieldsOf(connector.credentials_schema as Schema));
  const [end, setEnd] = useState('');
  const { attempt, create, test } = useMaking();
  const { form, lost, place } = useNewConnection({
    connector,
    organization,
    settings,
    credentials,
  });
  const asked = attempt.isPending || attempt.isSuccess;
  useEffect(() => onTesting(asked), [asked, onTesting]);

  const { values } = form;
  // All else is kept, and there again.
  const secrets = hasSecrets(credentials, values.credentials);
  useLeaveGuard(secrets && !create.isPending && !create.isSuccess);
  useEffect(() => {
    keep(organization, {
      connector: connector.name,
      values: { ...values, credentials: withoutSecrets(credentials, values.credentials) },
    });
  }, [values, organization, connector.name, credentials]);

  const body = () => ({
    connector: connector.name,
    settings: bodyOf(settings, form.values.settings),
    credentials: bodyOf(credentials, form.values.credentials),
  });
  const ask = () => attempt.mutate({ data: body() }, { onError: place });
  function save() {
    const { name, slug } = form.values;
    const data = { ...body(), name, slug, credentials_end_at: endOf(end) };
    create.mutate(
      { data },
      {
        onError: (error) => {
          if (error instanceof ApiError && error.problem.errors.length > 0) attempt.reset();
          place(error);
        },
        onSuccess: (made) => {
          keep(organization, null);
          // What was tried is what is stored now: its page may say so.
          if (attempt.data?.ok) test.mutate({ connection: made.slug });
          onMade({ connection: made, works: attempt.data?.ok === true });
        },
      },
    );
  }
  if (asked)
    return (
      <Trial
        system={connector.title}
        attempt={attempt}
        create={create}
        onSave={save}
        onAgain={ask}
        onChange={() => {
          attempt.reset();
          create.reset();
        }}
      />
    );
  return (
    <FillIn
      connector={connector}
      form={form}
      settings={settings}
      credentials={credentials}
      end={end}
      onEnd={setEnd}
      lost={lost}
      error={attempt.error ?? create.error}
      onSubmit={ask}
      onOther={onOther}
    />
  );
}
