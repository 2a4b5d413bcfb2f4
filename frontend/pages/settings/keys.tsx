import { CredentialSection } from '@/components/keys/credential-section';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { words } from '@/lib/words/catalogues/pages';

/** What machines sign in with. */
export default function KeysPage() {
  return (
    <SettingsLayout title={words.keys} lead={words.leads.keys}>
      <PagePart what={words.parts.programs}>
        <CredentialSection kind="key" />
      </PagePart>
      <PagePart what={words.parts.clients}>
        <CredentialSection kind="client" />
      </PagePart>
    </SettingsLayout>
  );
}
