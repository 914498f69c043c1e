const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** `<prefix>_dev_<16 lower-case alphanumerics>`, of as many bytes. */
export function writeId(prefix: string, bytes: Uint8Array): string {
  let id = `${prefix}_dev_`;
  for (const byte of bytes) id += alphabet.charAt(byte % alphabet.length);
  return id;
}
