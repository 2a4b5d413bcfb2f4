import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import type { ActionOut, ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { useDraft } from '../../store/context';
import { placeOf } from '../../store/place';
import { ChooseAction } from '../choose/choose-action';
import { ConnectionHealth } from '../choose/connection-health';
import { useFaultText } from '../hooks/use-fault-text';
import { useEditStep } from '../hooks/use-step';
import { useSystems } from '../hooks/use-systems';
import { firstSentence } from '../model/first-sentence';
import { actionIn, joined, slugIn } from '../model/use';
import { words as all } from '../words';
import { ExtraInputs } from './extra-inputs';
import { NoAction, NoSystem } from './gone';
import styles from '../parts/parts.module.css';

/** Where a step goes and what it does there. */
export function SystemPart({ step }: { step: string }) {
  const use = useDraft(({ steps }) => steps[step]?.use ?? '');
  const edit = useEditStep(step);
  const systems = useSystems();
  const place = placeOf('steps', step, 'use');
  const [isChoosing, setChoosing] = useState(false);
  const { connectionOf, connectorOf, actionOf, isPending, error, refetch } = systems;
  const fault = useFaultText(place);
  // The check knows of a connection that went meanwhile; what was read before does not.
  useEffect(() => {
    if (fault) refetch();
  }, [fault, refetch]);
  if (error) return <ErrorNotice error={error} what={all.choose.failed} onRetry={refetch} />;
  if (isPending) return <RouteSkeleton stops={1} />;
  const choose = (next: string) =>
    edit('use', (draft) => {
      draft.use = next;
    });
  const connection = connectionOf(slugIn(use));
  const kind = connectorOf(slugIn(use));
  const action = actionOf(use);
  const other = () => setChoosing(true);
  return (
    <div className={styles.stack}>
      {!connection || !kind ? (
        <NoSystem place={place} use={use} systems={systems} onChoose={choose} onOther={other} />
      ) : (
        <Chosen {...{ step, use, connection, kind, action }} onChoose={choose} onOther={other} />
      )}
      {action && <ExtraInputs step={step} action={action} />}
      {isChoosing && (
        <ChooseAction
          title={all.system.otherTitle}
          onClose={() => setChoosing(false)}
          onChoose={(next) => {
            choose(next);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

type ChosenProps = {
  step: string;
  use: string;
  connection: ConnectionOut;
  kind: ConnectorOut;
  action: ActionOut | undefined;
  onChoose: (use: string) => void;
  onOther: () => void;
};

function Chosen({ step, use, connection, kind, action, onChoose, onOther }: ChosenProps) {
  const words = all.system;
  const { connections } = useSystems();
  const place = placeOf('steps', step, 'use');
  const alike = connections.filter(({ connector }) => connector === kind.name);
  const missing = action ? [] : [{ value: actionIn(use), label: actionIn(use) }];
  return (
    <>
      {!action && <NoAction kind={kind} action={actionIn(use)} />}
      <div className={styles.pair}>
        <NativeSelect
          label={words.system}
          description={words.systemHint(kind.title)}
          data={alike.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={connection.slug}
          onChange={(event) => onChoose(joined(event.currentTarget.value, actionIn(use)))}
        />
        <NativeSelect
          label={words.action}
          description={action ? all.effects[action.effect] : ''}
          data-place={place}
          error={useFaultText(place)}
          data={[
            ...missing,
            ...kind.actions.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          value={actionIn(use)}
          onChange={(event) => onChoose(joined(connection.slug, event.currentTarget.value))}
        />
      </div>
      {action?.description && <p className={styles.quiet}>{firstSentence(action.description)}</p>}
      <div className={styles.health}>
        <ConnectionHealth connection={connection} />
        <Link href={`/connections/${connection.slug}`} target="_blank">
          {words.look}
        </Link>
        <Button size="compact-sm" variant="default" onClick={onOther}>
          {words.other}
        </Button>
      </div>
    </>
  );
}
