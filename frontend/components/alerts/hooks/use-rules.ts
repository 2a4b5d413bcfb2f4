import { useQueryClient } from '@tanstack/react-query';
import {
  getGetAlertSettingsQueryKey,
  getListAlertRulesQueryKey,
  getListAlertsQueryKey,
  useChangeAlertRule,
  useChangeAlertSettings,
  useGetAlertSettings,
  useListAlertRules,
} from '@/lib/api/endpoints/alerts/alerts';

/** When each kind of condition is an alert, and how to change that. */
export function useRules() {
  const queries = useQueryClient();
  const rules = useListAlertRules();
  const change = useChangeAlertRule({
    mutation: {
      onSettled: () =>
        Promise.all(
          [getListAlertRulesQueryKey(), getListAlertsQueryKey()].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        ),
    },
  });
  return { rules, change };
}

/** Language, time zone and quiet hours of what is told. */
export function useAlertSettings() {
  const queries = useQueryClient();
  const settings = useGetAlertSettings();
  const change = useChangeAlertSettings({
    mutation: {
      onSuccess: (kept) => queries.setQueryData(getGetAlertSettingsQueryKey(), kept),
    },
  });
  return { settings, change };
}
