import type { Words } from './words.en';

const PASSWORD_HINT =
  'Mindestens 8 Zeichen. Ein paar Wörter sind leichter zu merken als ein paar Zeichen.';

export const words: Words = {
  loading: 'Wird geladen',
  needsScript:
    'Diese Seite braucht JavaScript. Schalten Sie es in Ihrem Browser ein, und laden Sie die Seite neu.',
  signIn: {
    title: 'Anmelden',
    lead: 'Für alle, die sich um die Zustellungen kümmern.',
    email: 'E-Mail',
    password: 'Passwort',
    wrong:
      'Die E-Mail-Adresse oder das Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es noch einmal.',
    button: 'Anmelden',
    passkey: 'Mit einem Passkey anmelden',
    wrongPasskey: 'Dieser Passkey ist hier nicht bekannt. Melden Sie sich anders an.',
    forgot: 'Passwort vergessen?',
    signUp: 'Registrieren',
  },
  factor: {
    title: 'Noch ein Schritt',
    lead: 'Zeigen Sie, dass Sie es wirklich sind.',
    code: 'Code',
    codeHint: 'Die sechs Ziffern, die Ihre Authenticator-App jetzt zeigt.',
    wrongCode: 'Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten.',
    recovery: 'Wiederherstellungscode',
    recoveryHint: 'Einer der Codes, die Sie aufgeschrieben haben. Jeder gilt einmal.',
    passkey: 'Passkey benutzen',
    wrongPasskey: 'Dieser Passkey gehört nicht zu diesem Konto. Versuchen Sie es anders.',
    goOn: 'Weiter',
    useApp: 'App benutzen',
    useRecovery: 'Wiederherstellungscode benutzen',
    again: 'Von vorn beginnen',
  },
  again: {
    title: 'Ihre Sitzung ist zu Ende',
    lead: 'Melden Sie sich noch einmal an, dann machen Sie weiter, wo Sie sind. Nichts, was Sie eingegeben haben, geht verloren.',
    as: 'Als {email}',
    elsewhere: 'Anders anmelden, in einem neuen Tab',
    goOn: 'Ich habe mich angemeldet: weiter',
    notYet: 'Sie sind noch nicht angemeldet. Melden Sie sich zuerst in dem anderen Tab an.',
    failed: 'Sie sind nicht angemeldet',
    other: (email: string) =>
      `Sie haben sich als ${email} angemeldet. Diese Seite gehört jemand anderem: Laden Sie sie neu, um weiterzumachen.`,
    reload: 'Neu laden',
  },
  providers: {
    goOn: (name: string) => `Weiter mit ${name}`,
    silent: 'Dieser Anbieter antwortet nicht. Versuchen Sie es anders.',
    errors: {
      signup_closed:
        'Niemand hier hat dieses Konto. Bitten Sie um eine Einladung an seine E-Mail-Adresse.',
      cancelled: 'Sie sind umgekehrt, bevor Sie angemeldet waren.',
    },
    failed: 'Die Anmeldung bei diesem Anbieter hat nicht geklappt. Versuchen Sie es anders.',
    organization: 'Ihre Organisation',
    organizationLead: 'Sie sind neu hier. Wie soll sie heißen?',
  },
  refusal: {
    noPasskey:
      'Das Gerät hat keinen Passkey geliefert. Versuchen Sie es noch einmal oder auf anderem Weg.',
    tooMany:
      'Zu viele Versuche. Warten Sie ein paar Minuten, oder legen Sie ein neues Passwort fest: Das geht immer.',
  },
  signUp: {
    title: 'Registrieren',
    join: (organization: string) => `${organization} beitreten`,
    invitedAs: (role: string) => `Sie sind eingeladen als ${role}.`,
    lead: 'Für Sie und eine neue Organisation.',
    name: 'Ihr Name',
    organization: 'Organisation',
    email: 'E-Mail',
    emailHint: 'Die Adresse, an die die Einladung ging.',
    password: 'Passwort',
    passwordHint: PASSWORD_HINT,
    seeBelow: 'Etwas muss noch geändert werden; siehe unten.',
    button: 'Registrieren',
    signIn: 'Sie haben ein Konto? Anmelden',
    closed: {
      title: 'Registrieren geht nur mit Einladung',
      text: 'Bitten Sie einen Admin Ihrer Organisation um eine Einladung, und öffnen Sie den Link in der Mail.',
    },
    known: (email: string) =>
      `${email} hat schon ein Konto. Melden Sie sich an, um die Einladung anzunehmen.`,
    signInToJoin: 'Anmelden',
    stale: {
      title: 'Diese Einladung führt nirgendwohin',
      text: 'Sie wurde angenommen, zurückgezogen oder ist zu alt. Bitten Sie um eine neue.',
    },
    notRead: 'Die Einladung konnte nicht gelesen werden',
  },
  verify: {
    title: 'Adresse bestätigen',
    sent: 'Eine Mail mit einem Link ist unterwegs zu Ihnen. Öffnen Sie ihn in diesem Browser, und Sie sind drin. Wenn keine kommt, sehen Sie im Spam-Ordner nach.',
    lead: 'Sagen Sie, dass die Adresse, an die die Mail ging, Ihre ist.',
    button: 'Das ist meine Adresse',
    failed: 'Die Adresse ist nicht bestätigt',
    done: 'Ihre Adresse ist bestätigt',
    doneLead: 'Sie können jetzt weitermachen.',
    goOn: 'Weiter',
    stale: {
      title: 'Dieser Link führt nirgendwohin',
      text: 'Er wurde benutzt oder ist zu alt. Melden Sie sich an, dann kommt ein neuer per Mail.',
    },
  },
  forgot: {
    title: 'Passwort vergessen?',
    lead: 'Ein Link zu einem neuen kommt per Mail.',
    email: 'E-Mail',
    wrong: 'Das ist keine E-Mail-Adresse.',
    send: 'Link senden',
    sentTitle: 'Schauen Sie in Ihr Postfach',
    sent: (email: string) =>
      `Wenn ${email} ein Konto hat, liegt dort jetzt eine Mail mit einem Link zu einem neuen Passwort. Der Link gilt eine Stunde.`,
    back: 'Zurück zur Anmeldung',
  },
  reset: {
    title: 'Neues Passwort festlegen',
    lead: 'Jede Sitzung endet, und Sie werden hier angemeldet.',
    password: 'Neues Passwort',
    passwordHint: PASSWORD_HINT,
    wrong: 'Dieses Passwort genügt nicht; siehe unten.',
    stale: 'Dieser Link wurde benutzt oder ist zu alt. Bitten Sie um einen neuen.',
    again: 'Um einen neuen Link bitten',
    button: 'Passwort festlegen',
  },
};
