import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { DeviceSignInOut, MeOut } from '@/lib/api/model';
import { useDecision } from '../hooks/use-device';
import { Warning } from '../parts/warning';
import { words as all } from '../words';
import { Approved, Refused } from './decided';
import { Facts } from './facts';
import { PlaceChoice } from './place-choice';
import styles from './request.module.css';

const words = all.request;

type Props = {
  code: string;
  device: DeviceSignInOut;
  me: MeOut | undefined;
  /** The person has another code. */
  onOther: () => void;
};

/** Who asks to be let in, and the person's answer. */
export function Request({ code, device, me, onOther }: Props) {
  const { approve, refuse } = useDecision();
  const { program, places } = device;
  const own = places.find(({ organization }) => organization.id === me?.organization.id);
  const [chosen, setChosen] = useState((own ?? places[0])?.organization.id);
  const place = places.find(({ organization }) => organization.id === chosen);
  const error = approve.error ?? refuse.error;

  if (approve.isSuccess && place)
    return <Approved program={program} organization={place.organization.name} />;
  if (refuse.isSuccess) return <Refused program={program} />;
  return (
    <div className={styles.request}>
      <h1>{places.length === 0 ? all.nowhere.title : words.lead(program)}</h1>
      {places.length === 0 && <p>{all.nowhere.text}</p>}
      <div className={styles.code}>
        <p>{words.same}</p>
        <code>{asShown(code)}</code>
      </div>
      <Facts device={device} place={place} email={me?.email ?? null} />
      {places.length > 1 && <PlaceChoice places={places} value={chosen} onChange={setChosen} />}
      <Warning />
      {error && (
        <ErrorNotice error={error} what={approve.error ? words.notApproved : words.notRefused} />
      )}
      <ButtonRow>
        {place && (
          <Button
            loading={approve.isPending}
            disabled={refuse.isPending}
            onClick={() => {
              refuse.reset();
              approve.mutate({
                data: { user_code: code, organization_id: place.organization.id },
              });
            }}
          >
            {words.approve}
          </Button>
        )}
        <Button
          variant="default"
          loading={refuse.isPending}
          disabled={approve.isPending}
          onClick={() => {
            approve.reset();
            refuse.mutate({ data: { user_code: code } });
          }}
        >
          {words.refuse}
        </Button>
        {error && (
          <Button variant="default" onClick={onOther}>
            {words.other}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}

/** As the program shows it, however it was typed. */
function asShown(code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
