import type { Texts } from './Texts.ts';

/** Every word of the page in German. */
export const de: Texts = {
  title: 'Bezahlen: {m}',
  loading: 'Bezahlseite wird geladen…',
  poweredBy: 'Bereitgestellt von PaymentKit',

  pay: 'An {m} zahlen',
  subscribeTo: '{product} abonnieren',
  tryProduct: '{product} testen',
  saveWith: 'Karte bei {m} speichern',
  order: 'Bestellung',
  quantity: 'Menge {n} · je {a}',
  showMore: '{n} weitere anzeigen',
  subtotal: 'Zwischensumme',
  total: 'Gesamtbetrag',
  totalDue: 'Heute fällig',
  percentOff: '{n} % Rabatt',
  discount: 'Rabatt',
  daysFree: { one: '{n} Tag kostenlos', other: '{n} Tage kostenlos' },
  trialThen: 'danach {a} {per}, ab {d}',
  fromDate: 'Ab {d}',
  recurring: 'Danach',

  per: { day: 'pro Tag', week: 'pro Woche', month: 'pro Monat', year: 'pro Jahr' },
  every: { day: 'jeden Tag', week: 'jede Woche', month: 'jeden Monat', year: 'jedes Jahr' },
  everyN: {
    day: 'alle {n} Tage',
    week: 'alle {n} Wochen',
    month: 'alle {n} Monate',
    year: 'alle {n} Jahre',
  },
  billed: {
    day: 'Tägliche Abrechnung bis zur Kündigung',
    week: 'Wöchentliche Abrechnung bis zur Kündigung',
    month: 'Monatliche Abrechnung bis zur Kündigung',
    year: 'Jährliche Abrechnung bis zur Kündigung',
  },
  billedN: {
    day: 'Alle {n} Tage',
    week: 'Alle {n} Wochen',
    month: 'Alle {n} Monate',
    year: 'Alle {n} Jahre',
  },

  addCode: 'Aktionscode hinzufügen',
  code: 'Aktionscode',
  apply: 'Einlösen',
  removeCode: 'Aktionscode {code} entfernen',
  codeApplied: '{code} eingelöst. {total}: {a}',
  codeRemoved: '{code} entfernt. {total}: {a}',
  codeMissing: 'Geben Sie den Aktionscode ein.',
  codeInvalid: 'Dieser Code ist ungültig. Prüfen Sie die Schreibweise.',
  codeExpired: 'Dieser Code ist abgelaufen.',
  codeUsedUp: 'Dieser Code ist aufgebraucht.',
  codeNotHere: 'Dieser Code gilt nicht für diese Bestellung.',
  codeFailed:
    'Der Code konnte nicht geprüft werden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',

  testMode: 'Testmodus',
  noMoneyMoves: 'Es fließt kein Geld',
  testCards: 'Testkarten',
  testCardsLabel: 'Testkarten: eine auswählen, um sie einzutragen',
  testCard: {
    succeeds: 'Erfolgreich',
    challenge: 'Verlangt eine Bestätigung',
    declined: 'Abgelehnt',
    funds: 'Über {a} nicht gedeckt',
    expired: 'Abgelaufen',
    code: 'Falscher Sicherheitscode',
    slow: 'Dauert eine Minute',
    retry: 'Scheitert einmal, dann erfolgreich',
  },

  email: 'E-Mail-Adresse',
  cardDetails: 'Kartendaten',
  number: 'Kartennummer',
  expiry: 'Ablaufdatum',
  expiryFormat: 'MM / JJ',
  securityCode: 'Sicherheitscode',
  name: 'Name auf der Karte',
  postalCode: 'Postleitzahl',
  saveCard: 'Diese Karte für die nächste Bestellung speichern',

  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailIncomplete:
    'Geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel robin@example.com.',
  numberMissing: 'Geben Sie die Kartennummer ein.',
  numberIncomplete: 'Die Kartennummer ist unvollständig.',
  numberInvalid: 'Diese Kartennummer ist ungültig. Prüfen Sie die Ziffern.',
  numberNotTest: 'Verwenden Sie eine Testkarte: Diese Seite ist im Testmodus.',
  expiryMissing: 'Geben Sie das Ablaufdatum ein.',
  expiryPast: 'Dieses Datum liegt in der Vergangenheit.',
  securityCodeMissing: 'Geben Sie den Sicherheitscode ein.',
  securityCodeShort: 'Der Sicherheitscode hat 3 Ziffern.',
  securityCodeShortAmex: 'Der Sicherheitscode hat 4 Ziffern.',
  cardExpired:
    'Diese Karte ist abgelaufen. Prüfen Sie das Datum oder verwenden Sie eine andere Karte.',
  securityCodeWrong:
    'Der Sicherheitscode stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal.',

  payAmount: 'Bezahlen: {a}',
  subscribeFor: 'Für {a} {per} abonnieren',
  startTrial: 'Kostenlos testen',
  saveCardButton: 'Karte speichern',
  completeOrder: 'Bestellung abschließen',
  cancel: 'Abbrechen und zu {m} zurückkehren',
  consent:
    'Mit dem Abonnement erlauben Sie {m}, Ihre Karte mit {charges} zu belasten, bis Sie kündigen.',
  consentTrial:
    'Wenn Sie nicht vor dem {d} kündigen, belastet {m} Ihre Karte von da an mit {charges}.',
  consentSetup:
    'Mit dem Speichern erlauben Sie {m}, die Karte für spätere Bestellungen zu belasten.',
  setupHint: 'Jetzt wird nichts abgebucht. {m} kann diese Karte für spätere Bestellungen belasten.',

  processing: 'Wird bearbeitet…',
  keepOpen: 'Bitte lassen Sie diese Seite geöffnet.',

  declined: 'Ihre Karte wurde abgelehnt',
  noReason: 'Die Bank hat keinen Grund genannt.',
  noFunds: 'Die Bank meldet, dass das Guthaben nicht ausreicht.',
  didNotGoThrough: 'Die Zahlung ist nicht zustande gekommen',
  bankEnd: 'Bei der Bank ist etwas schiefgegangen.',
  notConfirmed: 'Ihre Bank hat die Zahlung nicht bestätigt',
  tryOrOther: 'Versuchen Sie es noch einmal oder verwenden Sie eine andere Karte.',
  notCharged: 'Es wurde nichts abgebucht.',
  anotherCard: 'Andere Karte verwenden',
  tryAgain: 'Noch einmal versuchen',
  totalChanged: 'Der Gesamtbetrag hat sich geändert',
  totalChangedFromTo:
    'Er war {a} und ist jetzt {b}. Es wurde nichts abgebucht. Prüfen Sie die Bestellung und bezahlen Sie dann.',

  challenge: 'Bestätigung bei Ihrer Bank',
  challengeHint:
    'Ihre Bank möchte sichergehen, dass Sie es sind. Es wird nichts abgebucht, bevor Sie bestätigen.',
  challengeFrame: 'Bestätigungsseite Ihrer Bank',
  challengeCancel: 'Abbrechen und andere Karte verwenden',

  checking: 'Ihre Zahlung wird geprüft',
  checkingHint:
    'Die Verbindung ist beim Bezahlen abgebrochen. Wir fragen nach, ob die Zahlung angekommen ist. Bitte zahlen Sie nicht noch einmal.',
  unknownHint:
    'Die Verbindung ist beim Bezahlen abgebrochen. Wir konnten nicht herausfinden, ob die Zahlung angekommen ist. Bitte zahlen Sie nicht noch einmal.',
  checkAgain: 'Noch einmal prüfen',

  pending: 'Ihre Zahlung wird bearbeitet',
  pendingHint:
    'Ihre Bank hat noch nicht geantwortet. Das kann eine Minute dauern. Sie können diese Seite schließen: {m} erfährt es, sobald die Zahlung abgeschlossen ist. Bitte zahlen Sie nicht noch einmal.',
  elsewhere: 'Diese Bestellung wird in einem anderen Fenster bezahlt',
  elsewhereHint:
    'Schließen Sie die Zahlung dort ab. Diese Seite verfolgt sie. Bitte zahlen Sie nicht noch einmal.',

  completed: 'Zahlung abgeschlossen',
  youPaid: 'Sie haben {a} an {m} gezahlt.',
  orderCompleted: 'Bestellung abgeschlossen',
  setupDone: 'Ihre Karte ist gespeichert',
  setupDoneHint:
    'Es wurde nichts abgebucht. {m} kann diese Karte jetzt für Ihre Bestellungen belasten.',
  totalPaid: 'Gezahlt',
  paidWith: 'Gezahlt mit',
  card: 'Karte',
  cardEnding: '{brand}, endet auf {last4}',
  reference: 'Referenz',
  continueTo: 'Weiter zu {m}',
  takingBack: 'Sie werden in wenigen Sekunden zurückgeleitet…',
  alreadyPaid: 'Diese Bestellung ist schon bezahlt',
  paidElsewhere: 'Die Zahlung wurde in einem anderen Fenster abgeschlossen.',
  chargedOnce: 'Der Betrag wurde einmal abgebucht.',
  alreadyCompleted: 'Diese Bestellung ist schon abgeschlossen',

  canceled: 'Bezahlen abgebrochen',
  expired: 'Diese Bezahlseite ist abgelaufen',
  expiredHint: 'Es wurde nichts abgebucht. Gehen Sie zu {m} zurück, um neu zu beginnen.',
  returnTo: 'Zurück zu {m}',

  refused: 'Diese Seite darf die Bezahlseite nicht anzeigen',
  refusedHint:
    'Die Website, auf der Sie sind, steht nicht auf der Liste der erlaubten Seiten. Geben Sie hier keine Kartendaten ein. Es wurde nichts abgebucht.',
  forDeveloper: 'Für Entwickler',
  refusedDetail:
    '{origin} steht nicht in {list} dieser Checkout-Session. Geben Sie den Wert beim Anlegen der Session an; ohne Angabe sind nur die Herkünfte von {success} und {return} erlaubt.',

  network: 'Die Bezahlseite konnte nicht geladen werden',
  networkHint:
    'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Es wurde nichts abgebucht.',
  notFoundHint:
    'Ihre Adresse ist unvollständig oder nicht mehr gültig. Gehen Sie zum Shop zurück und beginnen Sie neu. Es wurde nichts abgebucht.',
  openInNewPage: 'Auf einer neuen Seite öffnen',
  errorCode: 'Fehlercode {code}',
};
