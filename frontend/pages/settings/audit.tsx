import { AuditLog } from '@/components/audit/audit-log';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SettingsLayout } from '@/components/layouts/settings-layout';
import { words } from '@/lib/words/catalogues/pages';

/** Who did what, and whether the log is what it was. */
export default function AuditPage() {
  return (
    <SettingsLayout title={words.audit} lead={words.leads.audit}>
      <PagePart what={words.audit}>
        <AuditLog />
      </PagePart>
    </SettingsLayout>
  );
}
