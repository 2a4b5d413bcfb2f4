import { Phrase } from '@/components/ui/phrase/phrase';
import { words } from './words';

/** Why there is nothing to show, in the API's own words. */
/** `again`: where to try again, if that may help. */
export type Trouble = { detail: string; requestId: string | null; again: string | null };

/** No submission has this address, or its state cannot be had just now. */
export function Missing({ trouble }: { trouble: Trouble }) {
  const { detail, requestId, again } = trouble;
  return (
    <div className="f-page-frame">
      <main className="f-column">
        <h1>{again !== null ? words.failed.title : detail}</h1>
        {again !== null && (
          <>
            <p className="f-text">{detail}</p>
            {requestId && (
              <p className="f-text">
                <Phrase text={words.failed.request} parts={{ id: <code>{requestId}</code> }} />
              </p>
            )}
            <p className="f-text">
              <a href={again}>{words.failed.again}</a>
            </p>
          </>
        )}
      </main>
    </div>
  );
}
