import { NativeSelect } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { BulkFieldOut, SubmissionFilterIn } from '@/lib/api/model';
import { useBulkFields } from '../hooks/use-bulk';
import { words } from '../words';
import type { Said } from './asked';
import { ValueInput } from './value-input';

type Props = {
  filter: SubmissionFilterIn;
  said: Said;
  onChange: (more: Partial<Said>) => void;
};

/** Which answer is replaced, and by what. */
export function CorrectPart({ filter, said, onChange }: Props) {
  const { data, error, refetch } = useBulkFields({ filter, newest_version: said.newest });
  const texts = words.dialog.field;
  if (error)
    return <ErrorNotice error={error} what={texts.failed} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{texts.loading}</p>;
  if (data.items.length === 0) return <p>{texts.none}</p>;
  const choose = (key: string) => {
    const field = data.items.find((each) => each.key === key) ?? null;
    onChange({ field, value: field?.kind === 'choices' ? [] : '' });
  };
  return (
    <>
      <NativeSelect
        label={texts.label}
        description={said.field ? about(said.field) : undefined}
        data={[
          { value: '', label: texts.placeholder, disabled: true },
          ...data.items.map(({ key, label }) => ({ value: key, label })),
        ]}
        value={said.field?.key ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {said.field && (
        <ValueInput
          field={said.field}
          value={said.value}
          onChange={(value) => onChange({ value })}
        />
      )}
    </>
  );
}

function about({ submissions, sensitive }: BulkFieldOut): string {
  const { has, sensitive: hidden } = words.dialog.field;
  return sensitive ? `${has(submissions)}. ${hidden}` : has(submissions);
}
