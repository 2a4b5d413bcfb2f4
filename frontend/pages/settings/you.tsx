import { SettingsLayout } from '@/components/layouts/settings-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { You } from '@/components/you/you';
import { words } from '@/lib/words/catalogues/pages';

/** How the console speaks to its reader. */
export default function YouPage() {
  return (
    <SettingsLayout title={words.you}>
      <PagePart what={words.you}>
        <You />
      </PagePart>
    </SettingsLayout>
  );
}
