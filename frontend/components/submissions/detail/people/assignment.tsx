import { Button, NativeSelect } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { useMay } from '../hooks/use-may';
import { useMembers } from '../hooks/use-members';
import { useOperate } from '../hooks/use-operate';
import { words as all } from '../words';
import styles from './people.module.css';

/** Which member looks after the submission, and giving it to another. */
export function Assignment({ submission }: { submission: SubmissionDetailOut }) {
  const words = all.people;
  const may = useMay('submissions:operate');
  const { assigned } = submission;
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      {assigned ? (
        <p>
          <Phrase
            text={words.since}
            parts={{ name: <bdi>{assigned.name}</bdi>, when: <RelativeTime value={assigned.at} /> }}
          />
        </p>
      ) : (
        !may && <p>{words.nobody}</p>
      )}
      {may && <Choice submission={submission} />}
    </section>
  );
}

function Choice({ submission }: { submission: SubmissionDetailOut }) {
  const words = all.people;
  const { data: me } = useMe();
  const members = useMembers();
  const { assign } = useOperate(submission.id);
  const { assigned } = submission;
  // Viewers can do nothing with it.
  const people = (members.data?.items ?? []).filter(
    ({ id, role }) => role !== 'viewer' || id === assigned?.member_id,
  );
  const mine = people.find((each) => each.user_id === me?.id);
  const give = (memberId: string | null) =>
    assign.mutate({ submissionId: submission.id, data: { member_id: memberId } });
  if (members.error)
    return (
      <ErrorNotice
        error={members.error}
        what={words.membersFailed}
        onRetry={() => void members.refetch()}
      />
    );
  return (
    <div className={styles.form}>
      <NativeSelect
        label={words.assign}
        disabled={members.isPending || assign.isPending}
        data={[
          { value: '', label: words.nobody },
          ...people.map(({ id, name, email }) => ({ value: id, label: name || email })),
        ]}
        value={assigned?.member_id ?? ''}
        onChange={(event) => give(event.currentTarget.value || null)}
      />
      {mine && assigned?.member_id !== mine.id && (
        <Button
          variant="default"
          size="compact-sm"
          loading={assign.isPending}
          onClick={() => give(mine.id)}
        >
          {words.take}
        </Button>
      )}
      {assign.error && <ErrorNotice error={assign.error} what={words.failed} />}
    </div>
  );
}
