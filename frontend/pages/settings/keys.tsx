import { CredentialSection } from '@/components/keys/credential-section';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { words } from '@/lib/words/pages';

/** What machines sign in with. */
export default function KeysPage() {
  return (
    <SettingsLayout title={words.keys}>
      <CredentialSection kind="key" />
      <CredentialSection kind="client" />
    </SettingsLayout>
  );
}
