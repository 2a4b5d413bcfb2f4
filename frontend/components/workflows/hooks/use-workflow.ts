import {
  useDiffWorkflow,
  useGetDraft,
  useGetLiveVersion,
  useGetWorkflow,
  useListVersions,
} from '@/lib/api/endpoints/workflows/workflows';
import { useCountSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { WorkflowOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';

const UNDER_WAY = ['accepted', 'delivering', 'needs_attention'] as const;

/** One workflow. Not asked for before the address is known. */
export function useWorkflow(slug: string | undefined) {
  return useGetWorkflow(slug ?? '', { query: { enabled: slug !== undefined } });
}

/** What a page about it shows: what is live, or else the document to go on with. */
export function useShownDefinition({ slug, version }: WorkflowOut) {
  const isLive = version !== null;
  const live = useGetLiveVersion(slug, { query: { enabled: isLive } });
  const draft = useGetDraft(slug, { query: { enabled: !isLive } });
  return isLive ? live : draft;
}

/** Its published versions, newest first. */
export function useVersions(slug: string, asked = true) {
  return useListVersions(slug, { query: { enabled: asked } });
}

/** What differs between two states of it, in words. */
export function useDifference(slug: string, before: string, after: string, asked = true) {
  return useDiffWorkflow(slug, { before, after }, { query: { enabled: asked } });
}

/** How many of its submissions are not at their end. */
export function useRunning(slug: string) {
  return useCountSubmissions({ workflow: [slug], status: [...UNDER_WAY] });
}

export const isUnknown = (error: unknown) =>
  error instanceof ApiError && (error.status === 404 || error.status === 422);
