import { useEffect, useRef, useState } from 'react';
import type { TrackingOut } from '@/lib/api/model';

/**
 * What changed since the state before, in the steps' own sentences, for a screen reader.
 * Empty at first: the page itself says how things stand on arrival.
 */
export function useChanges(tracking: TrackingOut): string {
  const before = useRef(tracking);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const text = changes(before.current, tracking);
    before.current = tracking;
    if (text) setSpoken(text);
  }, [tracking]);
  return spoken;
}

function changes(before: TrackingOut, after: TrackingOut): string {
  const known = new Map(before.steps.map((step) => [step.key, step.status]));
  const moved = after.steps.filter((step) => known.get(step.key) !== step.status);
  const sentences = moved.map((step) => step.sentence || step.title);
  if (before.status !== after.status) sentences.push(after.headline);
  return sentences.join(' ');
}
