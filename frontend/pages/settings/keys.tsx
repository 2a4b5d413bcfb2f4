import { CredentialSection } from '@/components/keys/credential-section';
import { SettingsLayout } from '@/components/layouts/settings-layout';

/** What machines sign in with. */
export default function KeysPage() {
  return (
    <SettingsLayout title="Keys">
      <CredentialSection kind="key" />
      <CredentialSection kind="client" />
    </SettingsLayout>
  );
}
