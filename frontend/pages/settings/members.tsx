import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Members } from '@/components/members/members';

export default function MembersPage() {
  return (
    <SettingsLayout title="Members">
      <Members />
    </SettingsLayout>
  );
}
