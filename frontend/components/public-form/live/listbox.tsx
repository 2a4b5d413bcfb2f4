import { useEffect } from 'react';
import { useEnv } from '../questions/env';
import type { Say } from '../words';
import type { Found } from './use-live-choices';

type Props = {
  id: string;
  label: string;
  found: Found;
  active: number;
  text: string;
  onPick: (index: number) => void;
};

/** At most so many are found at once; who wants another one types on. */
const MOST = 50;

/** What was found, and in words what there is to know about it. */
export function Listbox({ id, label, found, active, text, onPick }: Props) {
  const { say, tell } = useEnv();
  const { items } = found;
  const note = noteOf(found, text, say);
  const count = found.state === 'found' ? say('question.found', { count: items.length }) : '';
  useEffect(() => {
    if (count || note) tell([count, note].filter(Boolean).join('. '));
  }, [count, note, tell]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div className="f-found" onMouseDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={label}>
        {items.map(({ value, label: name, detail }, index) => (
          <li
            key={value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => onPick(index)}
          >
            <span>{name}</span>
            {detail && <small>{detail}</small>}
          </li>
        ))}
      </ul>
      {note && <p className="f-note">{note}</p>}
    </div>
  );
}

function noteOf(now: Found, searched: string, say: Say): string {
  if (now.state === 'loading') return now.items.length > 0 ? '' : say('question.loading');
  if (now.state === 'failed') return now.message || say('question.away');
  if (now.state !== 'found') return '';
  if (now.items.length === 0) return say('question.no_match', { text: searched });
  if (now.stale) return now.message || say('question.stale');
  return now.items.length >= MOST ? say('question.more') : '';
}
