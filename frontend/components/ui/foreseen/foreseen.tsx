import { Payload } from '@/components/ui/payload/payload';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { Stop } from '@/components/ui/route-line/stop';
import type {
  ConnectionOut,
  PreviewOut,
  PreviewedStepOut,
  RenderedRequestOut,
} from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words as all } from '../words';
import unfolds from '@/components/ui/unfolds/unfolds.module.css';
import styles from './foreseen.module.css';

const STATES: Record<PreviewedStepOut['fate'], State> = {
  sent: 'upcoming',
  skipped: 'skipped',
  failed: 'failed',
};

type Props = { preview: PreviewOut; connections: ConnectionOut[] };

/** The exact requests of every step, on the line that a submission takes. */
export function Foreseen({ preview, connections }: Props) {
  const words = all.foreseen;
  const names = new Map(connections.map(({ slug, name }) => [slug, name]));
  return (
    <Sheet label={words.result}>
      <SheetPart>
        <p className={styles.subject}>{preview.subject}</p>
        <RouteLine
          label={words.result}
          stops={preview.steps.map((step) => stopOf(step, names.get(step.connection)))}
        />
      </SheetPart>
      {preview.notes.length > 0 && (
        <SheetPart>
          <h3>{words.notes}</h3>
          <ul className={styles.notes}>
            {preview.notes.map((note, index) => (
              <li key={note}>{words.noted[preview.note_codes[index] ?? ''] ?? note}</li>
            ))}
          </ul>
        </SheetPart>
      )}
    </Sheet>
  );
}

function stopOf(step: PreviewedStepOut, system = step.connection): Stop {
  return {
    key: step.key,
    title: step.title,
    system,
    state: STATES[step.fate],
    word: all.foreseen.fates[step.fate],
    reason: all.foreseen.skipped[step.skip ?? ''] ?? step.reason,
    detail: step.requests.map((request, index) => <Request key={index} request={request} />),
  };
}

function Request({ request }: { request: RenderedRequestOut }) {
  const words = all.foreseen;
  const { about, when, method, url, headers, body, decoded, is_cut: isCut } = request;
  return (
    <details className={`${unfolds.unfolds} ${styles.request}`}>
      <summary>
        <span>{about}</span>
        {when && <span className={styles.when}>{when}</span>}
        <code className={styles.line}>
          {method} {url}
        </code>
      </summary>
      {Object.keys(headers).length > 0 && (
        <Payload label={words.headers} value={asLines(headers)} />
      )}
      {Object.keys(decoded).length > 0 && <Payload label={words.decoded} value={decoded} />}
      {body !== null && body !== undefined && <Payload label={words.body} value={body} />}
      {isCut && <p className={styles.when}>{words.cut}</p>}
    </details>
  );
}

const asLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
