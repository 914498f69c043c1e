type Style = 'bold' | 'dim' | 'underline';

/**
 * What the command says once it listens, and what it was told to do before that; no line is wider than 80 columns at
 * the usual address.
 */
export function greeting(
  origin: string,
  styled: (style: Style, text: string) => string,
  told = '',
): string {
  const row = (name: string, text: string): string =>
    `  ${styled('bold', name.padEnd(14))}  ${text}`;
  const lines = [
    `Listening on ${origin}`,
    '',
    row('Dashboard', styled('underline', `${origin}/dashboard/acc_dev_demo`)),
    row('Make a session', `POST ${origin}/api/acc_dev_demo/checkout-sessions`),
    row('', 'with any key that begins with sk_test_'),
    row('Pay it', 'open its "url"; card 4242 4242 4242 4242, any date to come'),
  ];
  return [...lines, told && `\n${told}`, styled('dim', 'Press Ctrl-C to stop.'), ''].join('\n');
}
