import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { TemplateDetailOut, TemplateFillIn } from '@/lib/api/model';
import { useMaking } from '../../hooks/use-making';
import type { Setup } from '../../hooks/use-setup';
import { FaultList } from '../../parts/fault-list';
import { words as all } from '../../words';
import { refusedAt } from './refused-at';
import styles from './finish.module.css';

type Props = {
  template: TemplateDetailOut;
  form: UseFormReturnType<Setup>;
  body: () => TemplateFillIn;
};

/** What publishing means, and the two ways to end. */
export function Finish({ template, form, body }: Props) {
  const words = all.new.finish;
  const router = useRouter();
  const making = useMaking(template.id);
  const [asked, setAsked] = useState(false);
  const faults = making.data?.faults ?? [];
  const isElsewhere = making.error && !refusedAt(making.error);
  const make = (live: boolean) => {
    setAsked(true);
    if (form.validate().hasErrors) return;
    making.mutate(
      { body: body(), live },
      {
        onSuccess: ({ slug }) => {
          if (slug)
            void router.push({
              pathname: `/workflows/${slug}`,
              query: { made: live ? 'live' : 'draft' },
            });
        },
        onError: (error) => form.setErrors(refusedAt(error) ?? {}),
      },
    );
  };
  const live = making.variables?.live === true;
  return (
    <>
      <p className={styles.meaning}>{template.has_form ? words.withForm : words.withoutForm}</p>
      {asked && Object.keys(form.errors).length > 0 && (
        <p className={styles.above} role="alert">
          {words.above}
        </p>
      )}
      {faults.length > 0 && <FaultList faults={faults} what={words.faults(faults.length)} />}
      {isElsewhere && <ErrorNotice error={making.error} what={words.failed} />}
      <ButtonRow>
        <Button loading={making.isPending && live} onClick={() => make(true)}>
          {words.publish}
        </Button>
        <Button variant="default" loading={making.isPending && !live} onClick={() => make(false)}>
          {words.draft}
        </Button>
      </ButtonRow>
    </>
  );
}
