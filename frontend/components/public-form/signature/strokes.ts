export const WIDTH = 600;
export const HEIGHT = 180;
/** What the server takes. */
const LONGEST = 20_000;
/** Points closer than this to the last one change nothing that can be seen. */
const NEAR = 3;

export type Point = { x: number; y: number };

/** A path with a point added: `M` begins a stroke, `L` goes on with it. The same path when it is full. */
export function withPoint(path: string, { x, y }: Point, begins: boolean): string {
  const point = `${begins ? 'M' : 'L'}${within(x, WIDTH)} ${within(y, HEIGHT)}`;
  if (!begins && near(lastPoint(path), { x, y })) return path;
  return path.length + point.length > LONGEST ? path : path + point;
}

/** The path without its last stroke. */
export const withoutStroke = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('M'), 0));

const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));

function lastPoint(path: string): Point | null {
  const found = /[ML](\d+) (\d+)$/.exec(path);
  return found ? { x: Number(found[1]), y: Number(found[2]) } : null;
}

const near = (one: Point | null, other: Point) =>
  one !== null && Math.hypot(one.x - other.x, one.y - other.y) < NEAR;
