/**
 * MSW answers inside of a process by what older Nodes do not have. There every request fails, to whatever address, and
 * says no more than `fetch failed`.
 */
export function checkNode(): void {
  const { process } = globalThis as { process?: { versions: NodeJS.ProcessVersions } };
  const node = process?.versions.node;
  if (node === undefined || 'withResolvers' in Promise) return;
  throw new Error(
    `Failed to set PaymentKit up in this process: MSW needs Node 22.14 or later for it, and this is ${node}. Update Node.`,
  );
}
