const hard = ['expired_card', 'incorrect_cvc', 'incorrect_number', 'lost_card', 'stolen_card'];

/** Whether a card will be declined for ever, so that another one has to be tried. */
export function isHardDecline(code: string | null): boolean {
  return code !== null && hard.includes(code);
}
