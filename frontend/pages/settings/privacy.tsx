import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Privacy } from '@/components/privacy/privacy';
import { Retention } from '@/components/retention/retention';
import { words } from '@/lib/words/catalogues/pages';

/** Personal data: one person's, to hand out or to erase, and how long any of it is kept. */
export default function PrivacyPage() {
  return (
    <SettingsLayout title={words.privacy}>
      <PagePart what={words.privacy}>
        <Privacy />
      </PagePart>
      <PagePart what={words.parts.retention}>
        <Retention />
      </PagePart>
    </SettingsLayout>
  );
}
