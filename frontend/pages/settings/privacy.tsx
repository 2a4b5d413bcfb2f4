import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Privacy } from '@/components/privacy/privacy';

/** One person's data: what is kept, to hand out or to erase. */
export default function PrivacyPage() {
  return (
    <SettingsLayout title="Privacy">
      <Privacy />
    </SettingsLayout>
  );
}
