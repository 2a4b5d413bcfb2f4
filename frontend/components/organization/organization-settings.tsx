import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useMe } from '@/lib/hooks/person/use-me';
import { useOrganization } from './hooks/use-organization';
import { LeaveOrganization } from './leave-organization';
import { OrganizationForm } from './organization-form';
import { words } from './words';
import styles from './organization.module.css';

/** The organization's name and retention, and the way out of it. */
export function OrganizationSettings() {
  const me = useMe();
  const organization = useOrganization();
  if (organization.error)
    return (
      <ErrorNotice
        error={organization.error}
        what={words.notLoaded}
        onRetry={() => void organization.refetch()}
      />
    );
  if (!organization.data || !me.data)
    return (
      <div className={styles.form} aria-busy="true" aria-label={words.loading}>
        <Skeleton width="100%" height="4rem" />
        <Skeleton width="100%" height="4rem" />
      </div>
    );
  const manages = me.data.permissions.includes('organization:manage');
  return (
    <>
      {manages ? (
        <PagePart what={words.facts.name}>
          <OrganizationForm key={organization.data.id} organization={organization.data} />
        </PagePart>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>{words.facts.name}</dt>
            <dd>{organization.data.name}</dd>
          </div>
          <div>
            <dt>{words.facts.kept}</dt>
            <dd>{words.facts.days(organization.data.retention_days)}</dd>
          </div>
        </dl>
      )}
      <PagePart what={words.leave.ask}>
        <LeaveOrganization me={me.data} />
      </PagePart>
    </>
  );
}
