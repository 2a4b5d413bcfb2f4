import { words } from '@/lib/words/catalogues/problems';

/** One field the server refused: `field` is a path such as `data.email`. */
export type FieldProblem = {
  field: string;
  message: string;
  /** Of a document that was sent as text, from 1. */
  line?: number;
};

/** RFC 9457 problem details as Waybill's API sends them. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  request_id: string | null;
  errors: FieldProblem[];
};

type Fallback = { status: number; requestId: string | null };

/** Reads problem details out of an unknown body, filling in what a proxy or a crash left out. */
export function readProblem(body: unknown, { status, requestId }: Fallback): Problem {
  const given = isRecord(body) ? body : {};
  const entries = Array.isArray(given.errors) ? given.errors : [];
  return {
    type: text(given.type) ?? 'about:blank',
    title: text(given.title) ?? words.titles[status] ?? words.title,
    status,
    detail: text(given.detail) ?? words.detail(status),
    code: text(given.code) ?? codeOf(entries[0]) ?? `http_${status}`,
    request_id: text(given.request_id) ?? requestId,
    errors: entries.flatMap(readField),
  };
}

/** allauth says `param` for the field; our API says `field`. */
function readField(entry: unknown): FieldProblem[] {
  if (!isRecord(entry)) return [];
  const message = text(entry.message);
  if (message === null) return [];
  const field = text(entry.field) ?? text(entry.param) ?? '';
  return [{ field, message, ...(typeof entry.line === 'number' && { line: entry.line }) }];
}

/** allauth gives the code with the single error, our API with the whole problem. */
function codeOf(entry: unknown): string | null {
  return isRecord(entry) ? text(entry.code) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
