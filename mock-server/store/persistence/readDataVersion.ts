import { closeSync, openSync, readSync } from 'node:fs';

/** With what every file of SQLite begins. */
const magic = 'SQLite format 3\0';

/** Where its header has the version of what is in it, and whose it is. */
const places = { version: 60, application: 68 };

/**
 * Which version of a data file this is; `undefined` when there is nothing in it yet. Throws when it is somebody else's.
 * Read by hand: SQLite would take what stands beside the file into it, and tidy that away.
 */
export function readDataVersion(file: string, applicationId: number): number | undefined {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, header, 0, header.length, 0);
  closeSync(descriptor);
  if (length === 0) return undefined;
  const isOurs =
    header.toString('latin1', 0, magic.length) === magic &&
    header.readUInt32BE(places.application) === applicationId;
  if (!isOurs) throw new Error('not ours');
  return header.readUInt32BE(places.version);
}
