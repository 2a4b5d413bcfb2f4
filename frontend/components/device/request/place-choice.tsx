import type { DevicePlaceOut } from '@/lib/api/model';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { words } from '../words';
import styles from './place-choice.module.css';

type Props = {
  places: DevicePlaceOut[];
  value: string | undefined;
  onChange: (organization: string) => void;
};

/** The organizations that the program could act for; it is let in for one. */
export function PlaceChoice({ places, value, onChange }: Props) {
  return (
    <fieldset className={styles.places}>
      <legend>{words.request.choice}</legend>
      {places.map(({ organization, role }) => (
        <label key={organization.id} className={styles.place}>
          <input
            type="radio"
            name="organization"
            value={organization.id}
            checked={organization.id === value}
            onChange={() => onChange(organization.id)}
          />
          <span>
            {organization.name} <span className={styles.role}>{ROLE_WORDS[role].name}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
