import { SettingsLayout } from '@/components/layouts/settings-layout';
import { OrganizationSettings } from '@/components/organization/organization-settings';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function OrganizationPage() {
  return (
    <SettingsLayout title={words.organization}>
      <PagePart what={words.organization}>
        <OrganizationSettings />
      </PagePart>
    </SettingsLayout>
  );
}
