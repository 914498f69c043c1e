/**
 * Shares `amount` over `weights` in whole units by largest remainder, so that the shares sum to it exactly. Of equal
 * remainders the earlier wins. No share is larger than its weight as long as `amount` is not larger than their sum.
 */
export function shareAmount(amount: number, weights: readonly number[]): number[] {
  // The product of two amounts can exceed what a double holds exactly.
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, share: Number(product / whole), remainder: product % whole };
  });
  let left = amount - parts.reduce((sum, { share }) => sum + share, 0);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.share += 1;
    left -= 1;
  }
  return parts.map(({ share }) => share);
}
