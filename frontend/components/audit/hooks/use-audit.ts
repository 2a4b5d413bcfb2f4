import { keepPreviousData } from '@tanstack/react-query';
import {
  getExportAuditUrl,
  useGetAuditChain,
  useGetAuditEntry,
  useListAudit,
} from '@/lib/api/endpoints/audit/audit';
import type { ExportAuditParams, ListAuditParams } from '@/lib/api/model';

const REFRESH_EVERY = 15_000;

/** One page of the audit log, newest first; the newest page stays up to date. */
export function useAuditPage(params: ListAuditParams) {
  return useListAudit(params, {
    query: {
      placeholderData: keepPreviousData,
      ...(params.cursor ? {} : { refetchInterval: REFRESH_EVERY }),
    },
  });
}

/** One entry with its before and after. */
export const useAuditEntry = (id: string) => useGetAuditEntry(id);

/** Where the chain ends, and whether it held when it was last verified. */
export function useAuditChain() {
  return useGetAuditChain({ query: { refetchInterval: REFRESH_EVERY } });
}

/** Where a file with every entry of a filter comes from. */
export function auditFile(params: ExportAuditParams): string {
  return getExportAuditUrl(params);
}
