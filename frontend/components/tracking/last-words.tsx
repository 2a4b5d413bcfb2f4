import type { FormSentOut, TrackingWords } from '@/lib/api/model';
import { fill } from '@/lib/words/fill';

type Props = { sent: FormSentOut; words: TrackingWords; leadsOn: boolean };

/** What the organization says to whoever sent its form, and where it leads them. */
export function LastWords({ sent: { title, text, redirect }, words, leadsOn }: Props) {
  const site = redirect && new URL(redirect).hostname;
  return (
    <section className="f-sheet f-part t-last-words">
      {title && <h2>{title}</h2>}
      {text && <p className="f-text">{text}</p>}
      {site && (
        <p className="f-text">
          {leadsOn && `${fill(words.led_on, { site })} `}
          <a href={redirect}>{fill(words.go_on, { site })}</a>
        </p>
      )}
    </section>
  );
}
