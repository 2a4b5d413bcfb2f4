import { PagePart } from '@/components/ui/error-boundary/page-part';
import { AddressSection } from './address-section';
import { FactorsSection } from './factors/factors-section';
import { IdentityGate } from './identity/identity';
import { LinkedSection } from './linked-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions/sessions-section';
import { words } from './words';
import styles from './security.module.css';

/** Everything about how this person signs in. */
export function Security() {
  return (
    <IdentityGate>
      <div className={styles.page}>
        <PagePart what={words.factors.title}>
          <FactorsSection />
        </PagePart>
        <PagePart what={words.sessions.title}>
          <SessionsSection />
        </PagePart>
        <PagePart what={words.password.title}>
          <PasswordSection />
        </PagePart>
        <PagePart what={words.address.title}>
          <AddressSection />
        </PagePart>
        <PagePart what={words.linked.title}>
          <LinkedSection />
        </PagePart>
      </div>
    </IdentityGate>
  );
}
