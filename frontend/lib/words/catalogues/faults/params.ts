/** What a fault names, as the API gives it. */
export type Params = Readonly<Record<string, unknown>>;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Answers by their last name: `input.address.city` is “city”. */
export const quoted = (paths: unknown, quote: (name: string) => string): string =>
  list(paths)
    .map((path) => quote(path.split('.').slice(1).join('.') || path))
    .join(', ');
