import { useSpoken } from '@/lib/words/spoken';
import type { Stop } from './stop';
import { StopFacts } from './stop-facts';
import { StopFrame } from './stop-frame';

type Props = { stops: Stop[]; label: string; headingLevel?: 2 | 3 };

/** The signature of Waybill: a line of stops, from what was sent to where it arrived. */
export function RouteLine({ stops, label, headingLevel = 3 }: Props) {
  const { states } = useSpoken();
  return (
    <ol className="w-route" aria-label={label}>
      {stops.map((stop) => (
        <StopFrame
          key={stop.key}
          stop={stop}
          headingLevel={headingLevel}
          aside={<span className="w-stop-state">{stop.word ?? states[stop.state]}</span>}
        >
          <StopFacts stop={stop} />
          {stop.detail}
        </StopFrame>
      ))}
    </ol>
  );
}
