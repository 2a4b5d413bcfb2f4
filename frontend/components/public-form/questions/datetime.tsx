import { useMemo } from 'react';
import { zoneOfBrowser } from '@/lib/zones/of-browser';
import { idOf, nameOf } from '../answers/names';
import { partsIn } from '../answers/typed';
import type { Choice } from '../form';
import { Options } from './choice';
import { described, useEnv, type ControlProps } from './env';
import { FieldSet } from './frame';

/** A date, a time and the zone that they are meant in. */
export function DatetimeQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave } = useEnv();
  const parts = partsIn(entry);
  const zone = parts.zone || question.zone || 'UTC';
  const zones = useZones(question.zone ?? 'UTC', zone);
  const edit = (part: string, text: string) =>
    onEdit((current) => ({ zone, ...partsIn(current), [part]: text }));
  const id = idOf(name);
  const zoneName = nameOf(name, 'zone');
  return (
    <FieldSet question={question} name={name}>
      <div className="f-pair">
        <div>
          <label className="f-part" htmlFor={`${id}-at`}>
            {`${say('moment.date')}, ${say('moment.time')}`}
          </label>
          <input
            className="f-input"
            data-kind="datetime"
            id={`${id}-at`}
            name={nameOf(name, 'at')}
            type="datetime-local"
            aria-required={question.required !== false}
            disabled={disabled}
            value={parts.at ?? ''}
            onChange={(event) => edit('at', event.currentTarget.value)}
            onBlur={() => onLeave(name)}
            {...described(name, Boolean(question.help), errorOf(name))}
          />
        </div>
        <div>
          <label className="f-part" htmlFor={idOf(zoneName)}>
            {say('moment.zone')}
          </label>
          <select
            className="f-input f-select"
            id={idOf(zoneName)}
            name={zoneName}
            disabled={disabled}
            value={zone}
            onChange={(event) => edit('zone', event.currentTarget.value)}
            onBlur={() => onLeave(name)}
          >
            <Options choices={zones} />
          </select>
        </div>
      </div>
    </FieldSet>
  );
}

/** The zones to choose from: without script those of the form, then all that the browser knows. */
function useZones(proposed: string, chosen: string): Choice[] {
  const { scripted } = useEnv();
  return useMemo(() => {
    const all = scripted ? [zoneOfBrowser(), ...(Intl.supportedValuesOf?.('timeZone') ?? [])] : [];
    const zones = new Set([proposed, chosen, 'UTC', ...all]);
    return [...zones].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [scripted, proposed, chosen]);
}
