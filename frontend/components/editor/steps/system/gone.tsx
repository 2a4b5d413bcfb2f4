import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import type { ConnectorOut } from '@/lib/api/model';
import type { Place } from '../../store/place';
import type { Systems } from '../hooks/use-systems';
import { actionIn, joined, slugIn } from '../model/use';
import { words as all } from '../words';
import styles from '../parts/parts.module.css';

type Props = {
  place: Place;
  use: string;
  systems: Systems;
  onChoose: (use: string) => void;
  onOther: () => void;
};

/** The connection of a step is not there: those that can do the same, and all others. */
export function NoSystem({ place, use, systems, onChoose, onOther }: Props) {
  const words = all.system;
  const fitting = systems.connections
    .map(({ slug, name }) => ({ name, use: joined(slug, actionIn(use)) }))
    .filter((each) => systems.actionOf(each.use));
  return (
    <div className={styles.note} role="alert" data-place={place} tabIndex={-1}>
      <h3>{words.goneTitle}</h3>
      <p>{words.gone(slugIn(use))}</p>
      <ButtonRow>
        {fitting.map((each) => (
          <Button key={each.use} size="compact-sm" onClick={() => onChoose(each.use)}>
            {words.instead(each.name)}
          </Button>
        ))}
        <Button size="compact-sm" variant="default" onClick={onOther}>
          {words.other}
        </Button>
      </ButtonRow>
    </div>
  );
}

/** The system is there, but knows no such action. */
export function NoAction({ kind, action }: { kind: ConnectorOut; action: string }) {
  const words = all.system;
  return (
    <div className={styles.note} role="alert">
      <h3>{words.unknownTitle}</h3>
      <p>{words.unknown(kind.title, action)}</p>
    </div>
  );
}
