import { SettingsLayout } from '@/components/layouts/settings-layout';
import { OrganizationSettings } from '@/components/organization/organization-settings';

export default function OrganizationPage() {
  return (
    <SettingsLayout title="Organization">
      <OrganizationSettings />
    </SettingsLayout>
  );
}
