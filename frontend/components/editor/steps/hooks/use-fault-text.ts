import { useFaults } from '../../store/context';
import type { Place } from '../../store/place';

/** What is wrong at a place and inside it, for below its control; undefined: nothing. */
export function useFaultText(place: Place): string | undefined {
  const faults = useFaults(place);
  return faults.map(({ message }) => message).join(' ') || undefined;
}

/** What is wrong at exactly one of these places. */
export function useFaultTextOf(whole: Place, places: readonly Place[]): string | undefined {
  const faults = useFaults(whole).filter(({ field }) => places.includes(field));
  return faults.map(({ message }) => message).join(' ') || undefined;
}
