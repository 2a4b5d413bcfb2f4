import { Link } from '@/components/ui/link/link';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import type { OverviewOut, WorkflowCountsOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { share, span } from '../figures/measures';
import { submissionsAt } from '../links';
import { words } from '../words';
import styles from './parts.module.css';

type Props = { data: OverviewOut; onOnly: (slug: string) => void };

/** The busiest workflows. A name narrows the page to it; a number leads to its list. */
export function ByWorkflow({ data, onOnly }: Props) {
  const said = words.workflows;
  const counts = (key: 'accepted' | 'failed' | 'needs', field: Counted, status?: string) => ({
    key,
    head: said[key],
    labelled: true,
    className: styles.number,
    cell: ({ slug, submissions }: WorkflowCountsOut) =>
      submissions[field] === 0 ? (
        number(0)
      ) : (
        <Link href={submissionsAt({ status, workflow: slug, accepted_within: data.period })}>
          {number(submissions[field])}
        </Link>
      ),
  });
  const columns: Column<WorkflowCountsOut>[] = [
    {
      key: 'name',
      head: said.name,
      names: true,
      className: styles.name,
      cell: ({ slug, name }) => (
        <button type="button" className={styles.only} onClick={() => onOnly(slug)}>
          <bdi>{name}</bdi>
        </button>
      ),
    },
    counts('accepted', 'accepted'),
    {
      key: 'rate',
      head: said.rate,
      labelled: true,
      className: styles.number,
      cell: ({ submissions }) => share(submissions.success_rate),
    },
    counts('failed', 'failed', 'failed'),
    counts('needs', 'needs_attention', 'needs_attention'),
    {
      key: 'p50',
      head: said.p50,
      labelled: true,
      className: styles.number,
      cell: ({ submissions }) => span(submissions.end_to_end.p50),
    },
    {
      key: 'p95',
      head: said.p95,
      labelled: true,
      className: styles.number,
      cell: ({ submissions }) => span(submissions.end_to_end.p95),
    },
  ];
  return (
    <section className={styles.part} aria-labelledby="by-workflow">
      <h3 id="by-workflow">{said.title}</h3>
      {data.workflows.length === 0 ? (
        <p className={styles.none}>{said.none}</p>
      ) : (
        <Table
          label={said.title}
          columns={columns}
          rows={data.workflows}
          rowKey={({ slug }) => slug}
          cards="tablet"
        />
      )}
    </section>
  );
}

type Counted = 'accepted' | 'failed' | 'needs_attention';
