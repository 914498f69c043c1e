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
  readonly needsScript: string;
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
    needsScript: 'Turn on JavaScript, then try again.',
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
      'Die Adresse ist unvollständig oder nicht mehr gültig. Gehen Sie zum Shop zurück und beginnen Sie neu. Es wurde nichts abgebucht.',
    needsScript: 'Schalten Sie JavaScript ein und versuchen Sie es noch einmal.',
    challengeOver: 'Hier gibt es nichts zu bestätigen',
    challengeOverHint:
      'Diese Bestätigung ist vorbei, oder ihre Adresse ist unvollständig. Gehen Sie zum Shop zurück.',
  },
  fr: {
    checkout: 'Paiement',
    bank: 'Banque de test',
    approveThis: 'Approuver ce paiement ?',
    standsIn: 'Cette page tient lieu de celle de votre banque.',
    to: 'À',
    amount: 'Montant',
    card: 'Carte',
    cardEnding: '{brand} se terminant par {last4}',
    refuse: 'Refuser',
    approve: 'Approuver',
    approved: 'Vous avez approuvé ce paiement',
    refused: 'Vous avez refusé ce paiement',
    goingBack: 'Retour à la page de paiement…',
    notFound: 'Cette page de paiement n’existe pas',
    notFoundHint:
      'Son adresse est incomplète ou n’est plus valable. Revenez à la boutique et recommencez. Rien n’a été débité.',
    needsScript: 'Activez JavaScript, puis réessayez.',
    challengeOver: 'Il n’y a rien à confirmer ici',
    challengeOverHint:
      'Cette confirmation est terminée, ou son adresse est incomplète. Revenez à la boutique.',
  },
  es: {
    checkout: 'Pago',
    bank: 'Banco de prueba',
    approveThis: '¿Aprobar este pago?',
    standsIn: 'Esta página hace las veces de la de tu banco.',
    to: 'Para',
    amount: 'Importe',
    card: 'Tarjeta',
    cardEnding: '{brand} terminada en {last4}',
    refuse: 'Rechazar',
    approve: 'Aprobar',
    approved: 'Has aprobado este pago',
    refused: 'Has rechazado este pago',
    goingBack: 'Volviendo a la página de pago…',
    notFound: 'Esta página de pago no existe',
    notFoundHint:
      'La dirección está incompleta o ya no es válida. Vuelve a la tienda y empieza de nuevo. No se te ha cobrado nada.',
    needsScript: 'Activa JavaScript y vuelve a intentarlo.',
    challengeOver: 'Aquí no hay nada que confirmar',
    challengeOverHint:
      'Esta confirmación ha terminado o su dirección está incompleta. Vuelve a la tienda.',
  },
  ar: {
    checkout: 'الدفع',
    bank: 'بنك الاختبار',
    approveThis: 'هل توافق على عملية الدفع هذه؟',
    standsIn: 'تقوم هذه الصفحة مقام صفحة بنكك.',
    to: 'إلى',
    amount: 'المبلغ',
    card: 'البطاقة',
    cardEnding: '{brand} المنتهية بـ {last4}',
    refuse: 'رفض',
    approve: 'موافقة',
    approved: 'وافقت على عملية الدفع هذه',
    refused: 'رفضت عملية الدفع هذه',
    goingBack: 'جارٍ العودة إلى صفحة الدفع…',
    notFound: 'صفحة الدفع هذه غير موجودة',
    notFoundHint:
      'عنوانها غير مكتمل أو لم يعد صالحًا. عُد إلى المتجر وابدأ من جديد. لم يُخصم منك أي مبلغ.',
    needsScript: 'فعّل JavaScript ثم أعد المحاولة.',
    challengeOver: 'لا يوجد هنا ما يحتاج إلى تأكيد',
    challengeOverHint: 'انتهى هذا التأكيد، أو أن عنوانه غير مكتمل. عُد إلى المتجر.',
  },
};
