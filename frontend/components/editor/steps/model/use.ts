/** The connection of a step's `use`. */
export const slugIn = (use: string): string => use.split('/')[0] ?? '';

/** The action of a step's `use`. */
export const actionIn = (use: string): string => use.split('/').slice(1).join('/');

export const joined = (slug: string, action: string): string => `${slug}/${action}`;
