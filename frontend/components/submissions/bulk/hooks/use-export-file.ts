import { getExportSubmissionsUrl } from '@/lib/api/endpoints/submissions/submissions';
import type {
  ExportShape,
  ExportSubmissionsParams,
  Separator,
  SubmissionFilterIn,
} from '@/lib/api/model';
import { usualSeparator } from '@/lib/words/catalogues/separators';
import { language } from '@/lib/words/languages';

/** Ids that fit into an address, whatever stands between the browser and the API. */
export const MOST_IDS = 100;

export type Chosen = {
  format: ExportShape;
  separator: Separator;
  answers: boolean;
  steps: boolean;
  reveal: boolean;
};

export function usual(): Chosen {
  return { format: 'csv', separator: usualSeparator(), answers: true, steps: true, reveal: false };
}

/** Where the file comes from. */
export function fileOf(filter: SubmissionFilterIn, chosen: Chosen): string {
  const { separator, ...rest } = chosen;
  return getExportSubmissionsUrl({
    ...given(filter),
    ...rest,
    ...(chosen.format === 'csv' ? { separator } : {}),
    language: language(),
  });
}

/** The parts of a filter that are given; an address has no null. */
function given(filter: SubmissionFilterIn): ExportSubmissionsParams {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
}
