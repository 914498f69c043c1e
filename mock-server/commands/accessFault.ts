/** What would let nobody in, or not whom it names; `undefined` when nothing is wrong with who may call. */
export function accessFault(options: {
  readonly 'control-token'?: string | undefined;
  readonly 'allow-host'?: readonly string[] | undefined;
}): string | undefined {
  if (options['control-token'] === '') return '--control-token is empty.';
  const wrong = options['allow-host']?.some(
    (name) => !/^([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])$/i.test(name),
  );
  return wrong ? '--allow-host takes a name without scheme and port: pay.example' : undefined;
}
