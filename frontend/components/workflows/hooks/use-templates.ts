import {
  useGetWorkflowTemplate,
  useListWorkflowTemplates,
} from '@/lib/api/endpoints/workflows/workflows';
import { language } from '@/lib/words/languages';

const NEVER_CHANGES = { query: { staleTime: Infinity } };

/** The workflows to start from, in the language of the console. */
export const useTemplates = () => useListWorkflowTemplates({ language: language() }, NEVER_CHANGES);

export const useTemplate = (id: string) =>
  useGetWorkflowTemplate(id, { language: language() }, NEVER_CHANGES);
