import { Link } from '@/components/ui/link/link';
import { Fragment } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { SubmissionDetailOut, SubmissionRefOut } from '@/lib/api/model';
import { words as all } from '../words';
import styles from './actions.module.css';

/** Where it came from, and where it went on. */
export function Relatives({ submission }: { submission: SubmissionDetailOut }) {
  const words = all.actions;
  const { resumed_from, resumed_as, replay_of, replayed_as } = submission;
  const told: [string, SubmissionRefOut | null][] = [
    [words.takesUp, resumed_from],
    [words.wentOn, resumed_as],
    [words.replays, replay_of],
  ];
  const there = told.filter(([, other]) => other !== null);
  if (there.length === 0 && replayed_as.length === 0) return null;
  return (
    <p className={styles.relatives}>
      {there.map(([text, other]) => (
        <Fragment key={text}>
          <Phrase text={text} parts={{ reference: other && <Reference of={other} /> }} />{' '}
        </Fragment>
      ))}
      {replayed_as.length > 0 && (
        <Phrase
          text={words.replayed}
          parts={{
            references: replayed_as.map((each, index) => (
              <Fragment key={each.id}>
                {index > 0 && ', '}
                <Reference of={each} />
              </Fragment>
            )),
          }}
        />
      )}
    </p>
  );
}

function Reference({ of }: { of: SubmissionRefOut }) {
  return <Link href={`/submissions/${of.id}`}>{of.reference}</Link>;
}
