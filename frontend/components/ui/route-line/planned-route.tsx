import type { Stop } from './stop';
import { StopFrame } from './stop-frame';

type Props = { stops: Stop[]; label: string };

/** A route that has not been sent yet: names and systems only, and no script for times and states. */
export function PlannedRoute({ stops, label }: Props) {
  return (
    <ol className="w-route" aria-label={label} data-planned>
      {stops.map((stop) => (
        <StopFrame key={stop.key} stop={stop} />
      ))}
    </ol>
  );
}
