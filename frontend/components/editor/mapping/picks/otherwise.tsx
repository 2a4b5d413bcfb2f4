import { NativeSelect, TextInput } from '@mantine/core';
import type { Literal } from '../../expressions/literals';
import type { Pick } from '../../expressions/picks';
import type { Type } from '../../scope/model/item';
import { words as all } from '../words';
import { emptyOf } from './fitting';
import styles from './picks.module.css';

type Props = {
  pick: Pick;
  type: Type;
  mayLeaveOut: boolean;
  mayBeNull: boolean;
  onChange: (pick: Pick) => void;
};

/** What is sent where the picked value is empty. */
export function Otherwise({ pick, type, mayLeaveOut, mayBeNull, onChange }: Props) {
  const words = all.pick;
  const { otherwise, ...rest } = pick;
  const empty = emptyOf(type);
  const isBare = pick.treatments.length === 0;
  const canLeave = mayLeaveOut
    ? pick.also.length === 0 || isBare
    : mayBeNull && isBare && pick.also.length === 0;
  const leave = (): Pick => {
    if (mayBeNull) return { ...rest, otherwise: 'null' };
    return isBare ? rest : { ...rest, otherwise: 'nothing' };
  };
  const value = typeof otherwise === 'object' ? otherwise.value : null;
  if (empty === null) return null;
  return (
    <div className={styles.otherwise}>
      {canLeave && (
        <NativeSelect
          label={words.whenEmpty}
          value={value === null ? 'leave' : 'send'}
          data={[
            { value: 'leave', label: words.leaveOut },
            { value: 'send', label: words.send },
          ]}
          onChange={(event) =>
            onChange(
              event.currentTarget.value === 'leave'
                ? leave()
                : { ...rest, otherwise: { value: empty } },
            )
          }
        />
      )}
      {value !== null && (
        <LiteralInput
          label={canLeave ? words.instead : `${words.whenEmpty}: ${words.instead}`}
          value={value}
          onChange={(next) => onChange({ ...rest, otherwise: { value: next } })}
        />
      )}
    </div>
  );
}

type LiteralProps = { label: string; value: Literal; onChange: (value: Literal) => void };

/** A value that is written out, of the kind that it is. */
export function LiteralInput({ label, value, onChange }: LiteralProps) {
  if (typeof value === 'boolean') {
    return (
      <NativeSelect
        label={label}
        value={String(value)}
        data={[
          { value: 'true', label: all.yes },
          { value: 'false', label: all.no },
        ]}
        onChange={(event) => onChange(event.currentTarget.value === 'true')}
      />
    );
  }
  if (typeof value === 'string') {
    return (
      <TextInput
        label={label}
        value={value}
        dir="auto"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const number = typeof value === 'number' ? value : value.double;
  return (
    <TextInput
      type="number"
      label={label}
      value={String(number)}
      step={typeof value === 'number' ? 1 : 'any'}
      onChange={(event) => {
        const next = Number(event.currentTarget.value);
        if (Number.isNaN(next)) return;
        onChange(typeof value === 'number' ? Math.trunc(next) : { double: next });
      }}
    />
  );
}
