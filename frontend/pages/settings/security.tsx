import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Security } from '@/components/security/security';
import { words } from '@/lib/words/catalogues/pages';

export default function SecurityPage() {
  return (
    <SettingsLayout title={words.security}>
      <PagePart what={words.security}>
        <Security />
      </PagePart>
    </SettingsLayout>
  );
}
