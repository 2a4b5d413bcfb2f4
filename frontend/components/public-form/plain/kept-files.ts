/** A file that was uploaded before the form was drawn anew. */
export type KeptFile = { id: string; name: string; size: number };

/** Kept files by the key of their question. */
export type KeptFiles = Record<string, KeptFile[]>;

/** A kept file as the value of the control that carries it to the next page. */
export const textOfFile = ({ id, size, name }: KeptFile): string => `${id} ${size} ${name}`;

/** The file that such a value stands for; null when it is none. */
export function fileOfText(text: string): KeptFile | null {
  const [, id, size, name] = /^([0-9a-f-]{36}) (\d{1,15}) (.{1,200})$/.exec(text) ?? [];
  return id && size && name ? { id, size: Number(size), name } : null;
}
