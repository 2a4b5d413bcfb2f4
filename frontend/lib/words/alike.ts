/**
 * A word that is searched for, and what others call the same: an order is a sale in some systems.
 * `groups`: words that mean the same, apart by spaces; the groups by commas.
 */
export const alike = (word: string, groups: string): string[] => {
  const isMeant = (each: string) => word.length > 2 && each.startsWith(word);
  const found = groups.split(', ').map((group) => group.split(' '));
  return [word, ...found.filter((group) => group.some(isMeant)).flat()];
};
