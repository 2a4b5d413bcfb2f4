import { AuditLog } from '@/components/audit/audit-log';
import { SettingsLayout } from '@/components/layouts/settings-layout';

/** Who did what, and whether the log is what it was. */
export default function AuditPage() {
  return (
    <SettingsLayout title="Audit log">
      <AuditLog />
    </SettingsLayout>
  );
}
