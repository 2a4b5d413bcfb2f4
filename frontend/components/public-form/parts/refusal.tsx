import { Phrase } from '@/components/ui/phrase/phrase';
import type { ApiError } from '@/lib/http/api-error';
import type { Say } from '../words';

type Props = { error: ApiError; say: Say; onFresh: () => void };

/** Why the form as a whole was not taken, and what can be done about it. */
export function Refusal({ error, say, onFresh }: Props) {
  const { code, detail } = error.problem;
  const again = code === 'idempotency_key_reused';
  const lost = lostBy(error);
  return (
    <div className="f-summary" role="alert">
      <h2>{say(again ? 'already_sent.title' : 'fault.failed')}</h2>
      <p>{again ? say('already_sent.text') : lost ? say(lost) : detail}</p>
      {!again && error.requestId && (
        <p className="f-request">
          <Phrase text={say('fault.request')} parts={{ id: <code>{error.requestId}</code> }} />
        </p>
      )}
      {again && (
        <button type="button" className="f-button f-small" onClick={onFresh}>
          {say('already_sent.fresh')}
        </button>
      )}
      {code === 'form_changed' && (
        <button type="button" className="f-button f-small" onClick={() => window.location.reload()}>
          {say('reload')}
        </button>
      )}
    </div>
  );
}

/** What is said where the server itself found no words for whoever sends the form. */
function lostBy({ status }: ApiError): string | null {
  if (status === 0) return navigator.onLine ? 'fault.unreachable' : 'fault.offline';
  return status >= 500 ? 'fault.server' : null;
}
