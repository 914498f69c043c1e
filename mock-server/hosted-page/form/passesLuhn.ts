import { digitsOf } from './digitsOf.ts';

/** Whether the last digit of a card number is the one that the others ask for. */
export const passesLuhn = (number: string): boolean => {
  const digits = digitsOf(number);
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
};
