import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Members } from '@/components/members/members';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function MembersPage() {
  return (
    <SettingsLayout title={words.members} lead={words.leads.members}>
      <PagePart what={words.members}>
        <Members />
      </PagePart>
    </SettingsLayout>
  );
}
