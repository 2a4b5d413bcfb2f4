import type { Item } from '../../scope/model/item';
import type { Input } from '../schema/inputs';

/** Names of the same thing, in the words of systems and of forms. */
const ALIKE = [
  ['name', 'company', 'company_name', 'organization', 'firma', 'customer', 'dealer'],
  ['contact_name', 'contact', 'contact_person', 'to_name', 'person', 'full_name', 'name'],
  ['email', 'e_mail', 'mail', 'to', 'reply_to', 'email_address'],
  ['phone', 'telephone', 'tel', 'mobile', 'phone_number'],
  ['website', 'url', 'homepage', 'web'],
  ['country', 'country_code', 'land'],
  ['description', 'subject', 'title', 'topic'],
  ['comment', 'note', 'notes', 'message', 'details', 'remark', 'text'],
  ['quantity', 'amount', 'count', 'qty', 'menge', 'pieces'],
  ['product', 'article', 'item', 'sku'],
  ['currency', 'currency_code'],
  ['city', 'town', 'ort'],
  ['postcode', 'zip', 'postal_code', 'plz'],
  ['reference', 'external_id', 'key'],
];

const OF_KIND: Record<string, string> = {
  email: 'email',
  phone: 'phone',
  url: 'website',
  country: 'country',
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

/** How well an item goes with an input by its name and kind; 0: not at all. */
function likeness(input: Input, item: Item): number {
  const wanted = plain(input.key);
  const names = [item.path.at(-1) ?? '', plain(item.label)];
  if (input.email) return item.kind === 'email' ? 4 : 0;
  if (OF_KIND[item.kind] === wanted) return 4;
  if (names.includes(wanted) || names.includes(plain(input.title))) return 3;
  const group = ALIKE.findIndex((each) => each[0] === wanted);
  const others = group >= 0 ? ALIKE[group] : ALIKE.find((each) => each.includes(wanted));
  const at = others?.findIndex((each) => names.includes(each)) ?? -1;
  return at >= 0 ? 2 - at / 100 : 0;
}

/** The item that goes best with an input; undefined: none does. */
export function likely(
  input: Input,
  items: readonly Item[],
  accepts: (item: Item) => boolean,
): Item | undefined {
  const judged = items
    .filter(accepts)
    .map((item) => ({ item, score: likeness(input, item) + recordOf(input, item) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  return judged[0]?.item;
}

/** Actions name records of other actions by the number that these give. */
const recordOf = (input: Input, { path }: Item): number =>
  input.takes === 'int' && path[0] === 'steps' && path.at(-1) === 'id' && path.length === 3 ? 1 : 0;
