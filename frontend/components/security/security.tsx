import { AddressSection } from './address-section';
import { FactorsSection } from './factors/factors-section';
import { IdentityGate } from './identity/identity';
import { LinkedSection } from './linked-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions/sessions-section';
import styles from './security.module.css';

/** Everything about how this person signs in. */
export function Security() {
  return (
    <IdentityGate>
      <div className={styles.page}>
        <FactorsSection />
        <SessionsSection />
        <PasswordSection />
        <AddressSection />
        <LinkedSection />
      </div>
    </IdentityGate>
  );
}
