import { Phrase } from '@/components/ui/phrase/phrase';
import type { AwayWords } from './away-words';

/** Why there is no page, and what may help. */
export type TroubleTold = {
  detail: string;
  /** Where it passes by itself: what is said around it. */
  passing: {
    words: Pick<AwayWords, 'title' | 'again' | 'request'>;
    requestId: string | null;
    /** Where to try again; null where that would lose what was sent. */
    again: string | null;
  } | null;
};

/** In place of a page for visitors that cannot be shown, or cannot be shown just now. */
export function Trouble({ detail, passing }: TroubleTold) {
  return (
    <div className="f-page-frame">
      <main className="f-column">
        <h1>{passing ? passing.words.title : detail}</h1>
        {passing && (
          <>
            <p className="f-text">{detail}</p>
            {passing.requestId && (
              <p className="f-text">
                <Phrase
                  text={passing.words.request}
                  parts={{ id: <code>{passing.requestId}</code> }}
                />
              </p>
            )}
            {passing.again !== null && (
              <p className="f-text">
                <a href={passing.again}>{passing.words.again}</a>
              </p>
            )}
          </>
        )}
      </main>
    </div>
  );
}

export const titleOfTrouble = ({ detail, passing }: TroubleTold): string =>
  passing ? passing.words.title : detail;
