/** One line of the palette: where it leads, or what it does. */
export type Entry = {
  id: string;
  label: string;
  description?: string;
  href?: string;
  run?: () => void;
};

export type Group = { label: string; entries: Entry[] };

/** The entries in whose label every word of the query begins or stands. */
export function matching(entries: Entry[], query: string): Entry[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ label }) => {
    const name = label.toLocaleLowerCase();
    return wanted.every((word) => name.includes(word));
  });
}
