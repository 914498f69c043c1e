import type { Locale } from './Texts.ts';

interface DocumentTexts {
  readonly checkout: string;
  readonly bank: string;
  readonly approveThis: string;
  readonly standsIn: string;
  readonly to: string;
  readonly amount: string;
  readonly card: string;
  readonly cardEnding: string;
  readonly refuse: string;
  readonly approve: string;
  readonly approved: string;
  readonly refused: string;
  readonly goingBack: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly challengeOver: string;
  readonly challengeOverHint: string;
}

/** The words of the documents that need no script. They never travel with the checkout itself. */
export const documentTexts: Readonly<Record<Locale, DocumentTexts>> = {
  en: {
    checkout: 'Checkout',
    bank: 'Test bank',
    approveThis: 'Approve this payment?',
    standsIn: 'This stands in for your bank’s own page.',
    to: 'To',
    amount: 'Amount',
    card: 'Card',
    cardEnding: '{brand} ending in {last4}',
    refuse: 'Refuse',
    approve: 'Approve',
    approved: 'You approved this payment',
    refused: 'You refused this payment',
    goingBack: 'Taking you back to the checkout…',
    notFound: 'This checkout does not exist',
    notFoundHint:
      'Its address is not complete or no longer valid. Go back to the shop and start again. You have not been charged.',
    challengeOver: 'There is nothing to confirm here',
    challengeOverHint:
      'This confirmation is over, or its address is not complete. Go back to the shop.',
  },
  de: {
    checkout: 'Bezahlen',
    bank: 'Testbank',
    approveThis: 'Diese Zahlung freigeben?',
    standsIn: 'Diese Seite steht für die Seite Ihrer Bank.',
    to: 'An',
    amount: 'Betrag',
    card: 'Karte',
    cardEnding: '{brand}, endet auf {last4}',
    refuse: 'Ablehnen',
    approve: 'Freigeben',
    approved: 'Sie haben diese Zahlung freigegeben',
    refused: 'Sie haben diese Zahlung abgelehnt',
    goingBack: 'Sie werden zur Bezahlseite zurückgeleitet…',
    notFound: 'Diese Bezahlseite gibt es nicht',
    notFoundHint:
      'Ihre Adresse ist unvollständig oder nicht mehr gültig. Gehen Sie zum Shop zurück und beginnen Sie neu. Es wurde nichts abgebucht.',
    challengeOver: 'Hier gibt es nichts zu bestätigen',
    challengeOverHint:
      'Diese Bestätigung ist vorbei, oder ihre Adresse ist unvollständig. Gehen Sie zum Shop zurück.',
  },
};
