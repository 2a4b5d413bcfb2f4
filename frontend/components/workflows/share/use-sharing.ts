import { useGetForm } from '@/lib/api/endpoints/forms/forms';
import { useGetAnswersSchema } from '@/lib/api/endpoints/workflows/workflows';
import { language } from '@/lib/words/languages';

/** The form that is open, as its visitors see it. */
export const useOpenForm = (address: string) => useGetForm(address, { language: language() });

/** What programs send, as JSON Schema; its examples are answers that the workflow takes. */
export const useOwnSchema = (slug: string) => useGetAnswersSchema(slug);
