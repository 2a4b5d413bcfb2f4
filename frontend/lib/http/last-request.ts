let last: string | null = null;

/** Notes the id of an answer of the API, which what is drawn next was probably made from. */
export function noteRequest(id: string | null): void {
  last = id ?? last;
}

/** The id of the latest answer, or null before the first. */
export function lastRequestId(): string | null {
  return last;
}
