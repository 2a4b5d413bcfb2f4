/** One field the server refused: `field` is a path such as `data.email`. */
export type FieldProblem = { field: string; message: string };

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

const TITLES: Record<number, string> = {
  401: 'You are not signed in',
  403: 'You may not see this',
  404: 'There is nothing here',
  429: 'Too many requests',
};

/** Reads problem details out of an unknown body, filling in what a proxy or a crash left out. */
export function readProblem(body: unknown, { status, requestId }: Fallback): Problem {
  const given = isRecord(body) ? body : {};
  const entries = Array.isArray(given.errors) ? given.errors : [];
  return {
    type: text(given.type) ?? 'about:blank',
    title: text(given.title) ?? TITLES[status] ?? 'Waybill could not answer',
    status,
    detail: text(given.detail) ?? `The server answered with status ${status}.`,
    code: text(given.code) ?? codeOf(entries[0]) ?? `http_${status}`,
    request_id: text(given.request_id) ?? requestId,
    errors: entries.flatMap(readField),
  };
}

/** allauth says `param` for the field; our API says `field`. */
function readField(entry: unknown): FieldProblem[] {
  if (!isRecord(entry)) return [];
  const message = text(entry.message);
  return message === null ? [] : [{ field: text(entry.field) ?? text(entry.param) ?? '', message }];
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
