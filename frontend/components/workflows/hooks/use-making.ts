import { useMutation } from '@tanstack/react-query';
import {
  fillWorkflowTemplate,
  getCheckDefinitionUrl,
  getCreateWorkflowUrl,
  previewDefinition,
  publishWorkflow,
} from '@/lib/api/endpoints/workflows/workflows';
import type { CheckOut, DraftOut, FaultOut, PreviewOut, TemplateFillIn } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import { fetcher } from '@/lib/http/fetcher';
import { language } from '@/lib/words/languages';
import { useRefreshWorkflows } from './use-workflow-actions';

export type Tried = { faults: FaultOut[]; preview: PreviewOut | null };
/** `slug` is null while there are faults: then nothing was saved. */
export type Made = { faults: FaultOut[]; slug: string | null };
type Answers = Record<string, unknown>;

const asYaml = (body: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/yaml' },
  body,
});

/** What the template would send for these answers. Nothing is saved. */
export function useTrying(template: string) {
  return useMutation<Tried, ApiError, { body: TemplateFillIn; answers: Answers }>({
    mutationFn: async ({ body, answers }) => {
      const { document, faults } = await fillWorkflowTemplate(template, body);
      if (faults.length > 0) return { faults, preview: null };
      const wanted = { document, data: answers, language: language() };
      return { faults, preview: await previewDefinition(wanted) };
    },
  });
}

/** A workflow of the template: live at once, or as a draft. */
export function useMaking(template: string) {
  const onSuccess = useRefreshWorkflows();
  return useMutation<Made, ApiError, { body: TemplateFillIn; live: boolean }>({
    mutationFn: async ({ body, live }) => {
      const { document, faults } = await fillWorkflowTemplate(template, body);
      if (live && faults.length > 0) return { faults, slug: null };
      const { workflow } = await createDraft(document);
      if (live) await publishWorkflow(workflow);
      return { faults: [], slug: workflow };
    },
    onSuccess,
  });
}

/** What publishing a definition that somebody wrote would find wrong with it. */
export function useChecking() {
  return useMutation<CheckOut, ApiError, string>({
    mutationFn: checkDocument,
  });
}

/** A draft of a definition that somebody wrote. It may have faults. */
export function useDrafting() {
  const onSuccess = useRefreshWorkflows();
  return useMutation<DraftOut, ApiError, string>({ mutationFn: createDraft, onSuccess });
}

/** What publishing a document would find wrong with it. */
export const checkDocument = (document: string) =>
  fetcher<CheckOut>(getCheckDefinitionUrl(), asYaml(document));

const createDraft = (document: string) =>
  fetcher<DraftOut>(getCreateWorkflowUrl(), asYaml(document));
