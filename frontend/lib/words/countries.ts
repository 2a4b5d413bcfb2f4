/** ISO 3166-1 alpha-2. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

type Asking = { kind: string; choices?: unknown; questions?: Asking[] | null };

/**
 * All countries by name in a form's language, in its order; none where it asks for none. Named on
 * the server, so that what it draws and what the browser draws is the same.
 */
export function countriesIn(form: { language: string; questions: Asking[] }) {
  if (!asks(form.questions)) return [];
  const names = new Intl.DisplayNames(form.language, { type: 'region' });
  return inOrder(
    CODES.map((value) => ({ value, label: names.of(value) ?? value })),
    form.language,
  );
}

/** The form with its countries in the order of its language: Österreich before Pakistan. */
export function withCountriesInOrder<Form extends Listing & { language: string }>(
  form: Form,
): Form {
  return { ...form, questions: ordered(form.questions, form.language) };
}

type Listed = { label: string };
type Asked = { kind: string; choices?: Listed[] | null; questions?: Asked[] | null };
type Listing = { questions: Asked[] };

const ordered = <Each extends Asked>(questions: Each[], language: string): Each[] =>
  questions.map((each) => ({
    ...each,
    ...(each.kind === 'country' && each.choices
      ? { choices: inOrder(each.choices, language) }
      : {}),
    ...(each.questions ? { questions: ordered(each.questions, language) } : {}),
  }));

function inOrder<Each extends Listed>(listed: Each[], language: string): Each[] {
  const order = new Intl.Collator(language);
  return [...listed].sort((a, b) => order.compare(a.label, b.label));
}

const asks = (questions: Asking[]): boolean =>
  questions.some(
    ({ kind, choices, questions: inner }) =>
      ((kind === 'country' || kind === 'address') && !choices) || asks(inner ?? []),
  );
