import dynamic from 'next/dynamic';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { WorkflowOut } from '@/lib/api/model';
import { FormLink } from '../form-link/form-link';
import { useOrigin } from '../hooks/use-origin';
import { words as all } from '../words';
import styles from './form-part.module.css';

const QrCode = dynamic(() => import('../form-link/qr-code').then((module) => module.QrCode), {
  ssr: false,
  loading: () => <svg className={styles.code} viewBox="0 0 1 1" aria-hidden="true" />,
});

/** How people and programs send to it. */
export function FormPart({ workflow }: { workflow: WorkflowOut }) {
  const words = all.detail;
  const { form_slug: address, name, slug, version } = workflow;
  return (
    <div className={styles.form}>
      {address ? (
        <PublicForm address={address} name={name} slug={slug} />
      ) : (
        <p className={styles.quiet}>{version === null ? words.notLive : words.noPage}</p>
      )}
      {version !== null && (
        <p className={styles.quiet}>
          <Phrase
            text={words.api}
            parts={{
              address: <code>{endpointOf(slug)}</code>,
              docs: <a href={workflow.docs_url}>{words.docs}</a>,
            }}
          />
        </p>
      )}
    </div>
  );
}

function PublicForm({ address, name, slug }: { address: string; name: string; slug: string }) {
  const origin = useOrigin();
  return (
    <>
      <FormLink address={address} name={name} slug={slug} />
      {origin && <QrCode url={`${origin}/f/${address}`} label={all.form.codeLabel(name)} />}
    </>
  );
}

/** Where programs send to. */
const endpointOf = (slug: string) => `POST /api/v1/workflows/${slug}/submissions`;
