const LONGEST = 50;

/** What a name is called in addresses: "Café Müller & Co" → "cafe-muller-co". May be empty. */
export function slugOf(name: string): string {
  const plain = name.slice(0, 500).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = plain.replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '-');
  return joined.slice(0, LONGEST).replace(/^-+|-+$/g, '');
}
