import { useForm, type UseFormReturnType } from '@mantine/form';
import { useRouter } from 'next/router';
import { DuplicateWorkflowBody } from '@/lib/api/zod/workflows/workflows';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { language } from '@/lib/words/languages';
import { useDrafting } from '../../hooks/use-making';
import { words } from '../words';

/** What a workflow is called and whom it asks, before it has anything else. */
export type Start = { name: string; slug: string; hasForm: boolean; languages: string[] };
export type StartForm = UseFormReturnType<Start>;

/** The form's names of what the definition calls otherwise. */
const NAMED: Record<string, string> = { workflow: 'slug', name: 'name' };

const check = checkedBy(DuplicateWorkflowBody);

/** Makes a draft of what `write` gives, and goes on in the editor. */
export function useStart() {
  const router = useRouter();
  const drafting = useDrafting();
  const form = useForm<Start>({
    initialValues: { name: '', slug: '', hasForm: true, languages: [language()] },
    validate: ({ name, slug, languages }) => ({
      ...check({ name: name.trim(), slug }),
      ...(languages.length === 0 && { languages: words.names.oneAtLeast }),
    }),
  });
  useLeaveGuard(form.isDirty() && !drafting.isPending && !drafting.isSuccess);
  const make = (write: (start: Start) => string) =>
    form.onSubmit((start) =>
      drafting.mutate(write({ ...start, name: start.name.trim() }), {
        onSuccess: ({ workflow }) => void router.push(`/workflows/${workflow}/edit`),
        onError: (error) => {
          const { problem, status } = error;
          if (status === 409) form.setFieldError('slug', problem.detail);
          else showRefused(form, error, { fieldOf: (field) => NAMED[field] ?? null });
        },
      }),
    );
  const isElsewhere = drafting.error !== null && Object.keys(form.errors).length === 0;
  return {
    form,
    make,
    isPending: drafting.isPending,
    error: isElsewhere ? drafting.error : null,
  };
}
