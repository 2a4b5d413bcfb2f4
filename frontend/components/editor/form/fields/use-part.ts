import type { FaultOut } from '@/lib/api/model';
import { useChange, useDraft, useFaults } from '../../store/context';
import type { Place } from '../../store/place';
import { partAt, setPart } from '../model/parts';

/** What stands at a place, and a way to write it; undefined takes it away. */
export function usePart<T>(place: Place): [T | undefined, (value: T | undefined) => void] {
  const value = useDraft((draft) => partAt(draft, place)) as T | undefined;
  const change = useChange();
  return [value, (next) => change(place, (draft) => setPart(draft, place, next))];
}

const messageOf = ({ message }: FaultOut) => message;

/** What is wrong at a place and inside it; undefined for nothing. */
export const useFaultText = (place: Place): string | undefined =>
  useFaults(place).map(messageOf).join(' ') || undefined;

/** What is wrong at a place itself: what is inside it says so there. */
export const useOwnFaultText = (place: Place): string | undefined =>
  useFaults(place)
    .filter(({ field }) => field === place)
    .map(messageOf)
    .join(' ') || undefined;
