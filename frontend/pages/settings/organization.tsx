import { SettingsLayout } from '@/components/layouts/settings-layout';
import { OrganizationSettings } from '@/components/organization/organization-settings';
import { words } from '@/lib/words/pages';

export default function OrganizationPage() {
  return (
    <SettingsLayout title={words.organization}>
      <OrganizationSettings />
    </SettingsLayout>
  );
}
