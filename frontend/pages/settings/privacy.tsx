import { SettingsLayout } from '@/components/layouts/settings-layout';
import { Privacy } from '@/components/privacy/privacy';
import { Retention } from '@/components/retention/retention';
import { words } from '@/lib/words/pages';

/** Personal data: one person's, to hand out or to erase, and how long any of it is kept. */
export default function PrivacyPage() {
  return (
    <SettingsLayout title={words.privacy}>
      <Privacy />
      <Retention />
    </SettingsLayout>
  );
}
