import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { EndpointState } from '../endpoints/endpoint-state';
import { kindsOf } from '../endpoints/kinds-of';
import { words } from '../words';
import styles from './endpoint-detail.module.css';

/** Its address, events and secret; the secret's age alone, for nobody can read it again. */
export function EndpointFacts({ endpoint }: { endpoint: CallbackEndpointOut }) {
  const said = words.detail;
  const { url, kinds, secret_set_at: secret, former_secret_until: former } = endpoint;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.endpoints.columns.state}</dt>
        <dd>
          <EndpointState endpoint={endpoint} />
        </dd>
      </div>
      <div>
        <dt>{said.address}</dt>
        <dd>
          <code>{url}</code>
        </dd>
      </div>
      <div>
        <dt>{said.hears}</dt>
        <dd>{kindsOf(kinds)}</dd>
      </div>
      {secret !== null && (
        <div>
          <dt>{said.secret}</dt>
          <dd>
            <Phrase text={said.secretSince} parts={{ time: <RelativeTime value={secret} /> }} />
            {former !== null && new Date(former) > new Date() && (
              <p className={styles.former}>
                <Phrase text={said.former} parts={{ time: <RelativeTime value={former} /> }} />
              </p>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{said.made}</dt>
        <dd>
          <RelativeTime value={endpoint.created_at} />
        </dd>
      </div>
    </dl>
  );
}
