/** Words of ours that may quote a stranger's, without what opens something or pays: tokens, keys, secrets, card numbers. */
export const redactText = (text: string): string =>
  text
    .replace(/\b(cst|[ps][kt]|whsec)_[\w-]+(?:\.[\w-]+)*/g, '$1_…')
    // In groups, too, as cards have them.
    .replace(/\d(?:[ -]?\d){11,18}/g, '…');
