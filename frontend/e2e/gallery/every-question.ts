/** A form with every kind of question and with all that a question can show, in two languages. */
export const everyQuestion = (slug: string) => `
workflow: ${slug}
name: Every question
subject: \${{ input.name }}
form:
  address: ${slug}
  languages: [en, de]
  title: {en: Every kind of question, de: Jede Art von Frage}
  intro: {en: "With a hint, a proposal and a limit where there can be one.", de: "Mit Hinweis, Vorschlag und Grenze, wo es sie geben kann."}
  sent: {title: {en: Thank you, de: Danke}, text: {en: We will call you tomorrow., de: Wir rufen Sie morgen an.}}
  fields:
    name: {kind: text, label: {en: Name, de: Name}, placeholder: Ada Berg, help: {en: As it stands in your passport., de: Wie er in Ihrem Pass steht.}, max_length: 60}
    code: {kind: text, label: {en: Customer number, de: Kundennummer}, pattern: "[A-Z]{2}[0-9]{4}", pattern_message: {en: "Two letters and four digits, like AB1234.", de: "Zwei Buchstaben und vier Ziffern, wie AB1234."}, required: false}
    account: {kind: text, label: {en: Account, de: Konto}, sensitive: true}
    story: {kind: multiline, label: {en: Your story, de: Ihre Geschichte}, max_length: 300, required: false}
    email: {kind: email, label: {en: E-mail, de: E-Mail}, autocomplete: email}
    phone: {kind: phone, label: {en: Phone, de: Telefon}, region: AT}
    site: {kind: url, label: {en: Web site, de: Webseite}, required: false}
    count: {kind: integer, label: {en: How many, de: Wie viele}, minimum: 1, maximum: 99}
    weight: {kind: decimal, label: {en: Weight in kg, de: Gewicht in kg}, decimals: 3}
    price: {kind: money, label: {en: Price, de: Preis}, currencies: [EUR, USD, CHF]}
    day: {kind: date, label: {en: Day, de: Tag}, minimum: today}
    hour: {kind: time, label: {en: Not before, de: Nicht vor}, minimum: "08:00", maximum: "18:00"}
    moment: {kind: datetime, label: {en: Call me at, de: Rufen Sie mich an um}, zone: Europe/Vienna}
    express: {kind: boolean, label: {en: "Express?", de: "Per Express?"}}
    reason: {kind: text, label: {en: Why so fast, de: Warum so eilig}, show_if: "\${{ input.express }}"}
    terms: {kind: consent, label: {en: I agree, de: Ich stimme zu}, text: {en: "These are the terms of sale, in all their length: we deliver what you order, and you pay for it within thirty days.", de: "Das sind die Verkaufsbedingungen in voller Länge: Wir liefern, was Sie bestellen, und Sie zahlen binnen dreißig Tagen."}}
    colour: {kind: choice, label: {en: Colour, de: Farbe}, choices: [{value: red, label: {en: Red, de: Rot}}, {value: blue, label: {en: Blue, de: Blau}}, {value: green, label: {en: Green, de: Grün}}]}
    size: {kind: choice, label: {en: Size, de: Größe}, choices: [${'one two three four five six seven eight nine ten'
      .split(' ')
      .map((each, index) => `{value: ${each}, label: "${(index + 1) * 10} cm"}`)
      .join(', ')}]}
    article: {kind: choice, label: {en: Article, de: Artikel}, from: {connection: erp, list: products}}
    extras: {kind: choices, label: {en: Extras, de: Extras}, minimum: 1, maximum: 2, choices: [{value: a, label: {en: Gift wrapping, de: Geschenkpapier}}, {value: b, label: {en: Insurance, de: Versicherung}}, {value: c, label: {en: Assembly, de: Aufbau}}]}
    country: {kind: country, label: {en: Country, de: Land}}
    address: {kind: address, label: {en: Address, de: Adresse}}
    stars: {kind: rating, label: {en: How was it, de: Wie war es}}
    sign: {kind: signature, label: {en: Signature, de: Unterschrift}}
    docs: {kind: file, label: {en: Documents, de: Unterlagen}, accept: [pdf, png], max_files: 2}
    source: {kind: hidden, query: utm, required: false}
    lines:
      kind: group
      label: {en: Lines, de: Zeilen}
      row_label: {en: Line, de: Zeile}
      minimum: 1
      maximum: 3
      fields:
        part: {kind: text, label: {en: Part, de: Teil}}
        amount: {kind: integer, label: {en: Amount, de: Menge}, minimum: 1}
        gift: {kind: boolean, label: {en: "A gift?", de: "Ein Geschenk?"}, required: false}
    total: {kind: calculated, label: {en: Lines in all, de: Zeilen insgesamt}, type: integer, value: "\${{ size(input.lines) }}"}
PAGES
steps:
  mail:
    title: {en: Telling the team, de: Das Team benachrichtigen}
    use: mail/email.send
    with:
      to: \${{ input.email }}
      subject: Every question
      text: \${{ input.name }}
`;

const SEVERAL = `
  pages:
    - {title: {en: Who, de: Wer}, fields: [name, code, account, story, email, phone, site]}
    - {title: {en: What, de: Was}, fields: [count, weight, price, day, hour, moment, express, reason, terms, colour, size, article, extras]}
    - {title: {en: Where, de: Wo}, fields: [country, address, stars, sign, docs, source, lines, total]}`;

export const onOnePage = (slug: string) => everyQuestion(slug).replace('\nPAGES', '');
export const onSeveral = (slug: string) => everyQuestion(slug).replace('\nPAGES', SEVERAL);
