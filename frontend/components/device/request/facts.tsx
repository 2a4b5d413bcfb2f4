import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { DevicePlaceOut, DeviceSignInOut } from '@/lib/api/model';
import { permissionWords } from '@/lib/words/catalogues/access/permissions';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { words as all } from '../words';
import styles from './facts.module.css';

const words = all.request;

type Props = {
  device: DeviceSignInOut;
  /** For which organization, as far as it is chosen. */
  place: DevicePlaceOut | undefined;
  email: string | null;
};

/** What is known of a program that asks, and what it would be let in for. */
export function Facts({ device, place, email }: Props) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.facts.program}</dt>
        <dd>{device.program}</dd>
      </div>
      <div>
        <dt>{words.facts.said}</dt>
        <dd>{device.said || words.unnamed}</dd>
      </div>
      <div>
        <dt>{words.facts.from}</dt>
        <dd>
          <code>{device.address}</code>
          <Whose same={device.same_address} />
        </dd>
      </div>
      <div>
        <dt>{words.facts.asked}</dt>
        <dd>
          <RelativeTime value={device.asked_at} />
        </dd>
      </div>
      {email && (
        <div>
          <dt>{words.facts.person}</dt>
          <dd>{email}</dd>
        </div>
      )}
      {place && device.places.length === 1 && (
        <div>
          <dt>{words.facts.organization}</dt>
          <dd>
            {place.organization.name} <span className={styles.aside}>{roleOf(place)}</span>
          </dd>
        </div>
      )}
      {place && (
        <div>
          <dt>{words.facts.may}</dt>
          <dd>
            <May place={place} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Whose({ same }: { same: boolean | null }) {
  if (same === null) return null;
  return (
    <span className={same ? styles.aside : styles.alarm}>
      {same ? words.here : words.elsewhere}
    </span>
  );
}

const roleOf = (place: DevicePlaceOut) => ROLE_WORDS[place.role].name;

function May({ place }: { place: DevicePlaceOut }) {
  const { everything, organization, permissions } = place;
  return (
    <details>
      <summary>
        {everything ? words.everything(organization.name) : words.some(permissions.length)}
      </summary>
      <ul className={styles.may}>
        {permissions.map((permission) => (
          <li key={permission}>{permissionWords(permission)}</li>
        ))}
      </ul>
    </details>
  );
}
