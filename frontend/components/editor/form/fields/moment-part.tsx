import { TextInput } from '@mantine/core';
import type { Place } from '../../store/place';
import { useFaultText, usePart } from './use-part';

const two = (number: number) => String(Math.abs(number)).padStart(2, '0');

/** For an input of the browser: 2026-12-01T08:00, in its own zone. */
function localOf(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return '';
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** With the offset of the browser's zone at that moment. */
function momentOf(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  return `${local}:00${sign}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/** A point in time, in the time zone of this browser. */
export function MomentPart({
  place,
  ...named
}: {
  place: Place;
  label: string;
  description?: string;
}) {
  const [value = '', write] = usePart<string>(place);
  return (
    <TextInput
      {...named}
      type="datetime-local"
      data-place={place}
      value={localOf(value)}
      error={useFaultText(place)}
      onChange={({ currentTarget: { value: local } }) => write(local ? momentOf(local) : undefined)}
    />
  );
}
