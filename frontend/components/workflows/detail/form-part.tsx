import { Phrase } from '@/components/ui/phrase/phrase';
import type { WorkflowOut } from '@/lib/api/model';
import { FormLink } from '../form-link/form-link';
import { QrCode } from '../form-link/qr-code';
import { useOrigin } from '../hooks/use-origin';
import { CopyButton } from '../parts/copy-button';
import { words as all } from '../words';
import styles from './form-part.module.css';

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
  const words = all.detail;
  const origin = useOrigin();
  const snippet = `<script src="${origin}/embed.js" async></script>\n<div data-waybill-form="${address}">\n  <a href="${origin}/f/${address}">${escaped(name)}</a>\n</div>`;
  return (
    <>
      <FormLink address={address} name={name} slug={slug} />
      {origin && <QrCode url={`${origin}/f/${address}`} label={all.form.codeLabel(name)} />}
      <details className={styles.embed}>
        <summary>{words.embed.title}</summary>
        <p className={styles.quiet}>{words.embed.text}</p>
        <pre className={styles.snippet} tabIndex={0} aria-label={words.embed.label}>
          {snippet}
        </pre>
        <CopyButton value={snippet} label={words.embed.copy} />
      </details>
    </>
  );
}

/** Where programs send to. */
const endpointOf = (slug: string) => `POST /api/v1/workflows/${slug}/submissions`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The name as the text of an HTML element. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
