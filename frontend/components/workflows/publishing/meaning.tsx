import { useRunning } from '../hooks/use-workflow';
import { record } from '../parts/definition';
import { forPrograms } from './for-programs';
import type { Prospect } from './use-publishing';
import { words } from './words';
import styles from './publishing.module.css';

/** What becomes of submissions under way, of open forms, and of programs. */
export function Meaning({ prospect }: { prospect: Prospect }) {
  const { workflow, live, draft } = prospect;
  return (
    <ul className={styles.meaning}>
      {live && <Running slug={workflow.slug} version={live.number} />}
      {draft.definition && <Form prospect={prospect} />}
      {draft.definition && <Programs prospect={prospect} />}
    </ul>
  );
}

function Running({ slug, version }: { slug: string; version: number }) {
  const { data } = useRunning(slug);
  const said = words.running;
  if (!data) return null;
  return <li>{data.count === 0 ? said.none : said.some(data.count, version, data.exact)}</li>;
}

function Form({ prospect: { live, draft } }: { prospect: Prospect }) {
  const said = words.forms;
  const before = live && addressOf(live.definition);
  const after = addressOf(draft.definition);
  return (
    <>
      {before && after && before !== after && <li>{said.moved(before, after)}</li>}
      {before && !after && <li>{said.closes(before)}</li>}
      {!before && <li>{after ? said.opens : said.none}</li>}
      {before && after && live && <li>{said.goesOn(live.number)}</li>}
    </>
  );
}

function Programs({ prospect: { live, draft } }: { prospect: Prospect }) {
  const said = words.programs;
  if (!live) return <li>{said.first}</li>;
  const { required, removed, kinds } = forPrograms(live.definition, draft.definition);
  if (required.length + removed.length + kinds.length === 0) return <li>{said.fine}</li>;
  return (
    <>
      {required.length > 0 && <li className={styles.warning}>{said.required(required)}</li>}
      {removed.length > 0 && <li className={styles.warning}>{said.removed(removed)}</li>}
      {kinds.length > 0 && <li className={styles.warning}>{said.kinds(kinds)}</li>}
    </>
  );
}

function addressOf(definition: unknown): string | null {
  const { address } = record(record(definition).form);
  return typeof address === 'string' ? address : null;
}
