import { STEP_WORDS } from '@/lib/words/states';
import { words } from '../words';
import type { Stop, StopWords } from './stop';
import { StopFacts } from './stop-facts';
import { StopFrame } from './stop-frame';

type Props = { stops: Stop[]; label: string; headingLevel?: 2 | 3; says?: StopWords };

/** The signature of Waybill: a line of stops, from what was sent to where it arrived. */
export function RouteLine({ stops, label, headingLevel = 3, says = words.stop }: Props) {
  return (
    <ol className="w-route" aria-label={label}>
      {stops.map((stop) => (
        <StopFrame
          key={stop.key}
          stop={stop}
          headingLevel={headingLevel}
          aside={<span className="w-stop-state">{stop.word ?? STEP_WORDS[stop.state]}</span>}
        >
          <StopFacts stop={stop} says={says} />
          {stop.detail}
        </StopFrame>
      ))}
    </ol>
  );
}
