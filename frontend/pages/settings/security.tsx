import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Security } from '@/components/security/security';

export default function SecurityPage() {
  return (
    <SettingsLayout title="Your sign-in">
      <Security />
    </SettingsLayout>
  );
}
