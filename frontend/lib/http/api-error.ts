import { words } from '@/lib/words/catalogues/problems';
import type { Problem } from './problem';

/** A request that did not succeed. `status` 0 means that no answer came back at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly problem: Problem;
  /** The answer as it came, for callers that know more of it than a problem. */
  readonly body: unknown;

  constructor(problem: Problem, options: ErrorOptions & { body?: unknown } = {}) {
    super(problem.detail || problem.title, options);
    this.status = problem.status;
    this.problem = problem;
    this.body = options.body;
  }

  /** What is said of one field, or undefined. */
  about(field: string): string | undefined {
    return this.problem.errors.find((each) => each.field === field)?.message;
  }

  /** Quote this to the operator: it finds the request in the logs. */
  get requestId(): string | null {
    return this.problem.request_id;
  }

  /** Whether sending the same request again could succeed without changing it. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The error of a request that never got an answer. */
export function unreachable(cause: unknown): ApiError {
  return new ApiError(
    {
      ...words.unreachable,
      type: 'about:blank',
      status: 0,
      code: 'unreachable',
      request_id: null,
      errors: [],
    },
    { cause },
  );
}
