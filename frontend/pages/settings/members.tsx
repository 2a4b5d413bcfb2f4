import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Members } from '@/components/members/members';
import { words } from '@/lib/words/pages';

export default function MembersPage() {
  return (
    <SettingsLayout title={words.members}>
      <Members />
    </SettingsLayout>
  );
}
