import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AlertRouteOut } from '@/lib/api/model';
import { useTestRoute } from '../hooks/use-messages';
import { SeverityLabel } from '../parts/severity';
import { words } from '../words';
import { TestOutcome } from './test-outcome';
import styles from './route-card.module.css';

type Props = { route: AlertRouteOut; onOpen: ((route: AlertRouteOut) => void) | null };

/** One way to people: what it takes, whether it works, and a test of it. */
export function RouteCard({ route, onOpen }: Props) {
  const test = useTestRoute(route.id);
  return (
    <li className={styles.card}>
      <div className={styles.about}>
        <h2 dir="auto">{route.name}</h2>
        <p className={styles.to}>
          {words.routes.channels[route.channel]} · <bdi>{whereTo(route)}</bdi>
        </p>
        <p className={styles.takes}>
          {route.severities.map((severity) => (
            <SeverityLabel key={severity} severity={severity} />
          ))}
        </p>
      </div>
      <div className={styles.state}>
        <Standing route={route} />
      </div>
      {onOpen && (
        <ButtonRow>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!route.enabled}
            loading={test.sending}
            aria-label={words.routes.testOf(route.name)}
            onClick={test.send}
          >
            {words.routes.test}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.routes.changeOf(route.name)}
            onClick={() => onOpen(route)}
          >
            {words.routes.change}
          </Button>
        </ButtonRow>
      )}
      <TestOutcome message={test.message} error={test.error} />
    </li>
  );
}

function whereTo({ channel, recipients, url }: AlertRouteOut): string {
  if (channel !== 'email') return url;
  return recipients.length > 0 ? recipients.join(', ') : words.routes.owners;
}

function Standing({ route }: { route: AlertRouteOut }) {
  if (!route.enabled) {
    const word = route.disabled_reason === 'gone' ? words.routes.gone : words.routes.off;
    return (
      <StateLabel state={route.disabled_reason === 'gone' ? 'failed' : 'skipped'} word={word} />
    );
  }
  if (route.failing_since === null) return <StateLabel state="delivered" word={words.routes.on} />;
  return (
    <>
      <StateLabel state="needs" word={words.routes.on} />
      <p className={styles.failing}>
        <Phrase
          text={words.routes.failing}
          parts={{ time: <RelativeTime value={route.failing_since} /> }}
        />
      </p>
    </>
  );
}
