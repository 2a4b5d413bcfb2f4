/** The name of a control below another: `lines.0.part`. */
export const nameOf = (parent: string, key: string | number): string =>
  parent === '' ? String(key) : `${parent}.${key}`;

/** The element that carries the answer of this name. */
export const idOf = (name: string): string => `answer-${name.replaceAll('.', '-')}`;

/** The question of the form that a path belongs to: `lines` of `lines.0.part`. */
export const questionOf = (path: string): string => path.split('.')[0] ?? path;

/** Whether a path is this answer or lies inside it. */
export const isWithin = (path: string, name: string): boolean =>
  path === name || path.startsWith(`${name}.`);
