import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PageHead } from '@/components/ui/page-head/page-head';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useMe } from '@/lib/hooks/person/use-me';
import { useQueryReady } from '@/lib/hooks/use-query-ready';
import { words as all } from '../words';
import { Pasted } from './pasted';
import { Blank } from './start/blank';
import { TableStart } from './table/table-start';
import { words as starts } from './words';
import { SetupPage } from './setup/setup-page';
import { TemplateChooser } from './template-chooser';
import styles from './new-workflow.module.css';

/** A workflow to begin: of a template, empty, of a table, or of a definition. */
export function NewWorkflow() {
  const words = all.new;
  const { query } = useRouter();
  // As the server drew it at first, which does not know what the address asks for.
  const known = useQueryReady();
  const me = useMe();
  const template = typeof query.template === 'string' ? query.template : null;
  const mayNot = me.data && !me.data.permissions.includes('workflows:manage');
  return (
    <>
      {(template || query.from) && (
        <p className={styles.back}>
          <Link href="/workflows/new">{words.others}</Link>
        </p>
      )}
      {mayNot ? (
        <EmptyNote title={words.mayNot.title}>
          <p>{words.mayNot.text}</p>
        </EmptyNote>
      ) : !known ? (
        <PageHead title={words.title} lead={words.lead} />
      ) : template ? (
        <PagePart what={words.title}>
          <SetupPage key={template} template={template} />
        </PagePart>
      ) : query.from === 'definition' ? (
        <PagePart what={words.pasted.title}>
          <Pasted />
        </PagePart>
      ) : query.from === 'blank' ? (
        <PagePart what={starts.blank.title}>
          <Blank />
        </PagePart>
      ) : query.from === 'table' ? (
        <PagePart what={starts.table.title}>
          <TableStart />
        </PagePart>
      ) : (
        <PagePart what={words.title}>
          <TemplateChooser />
        </PagePart>
      )}
    </>
  );
}
