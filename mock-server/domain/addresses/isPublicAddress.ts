/** Ranges of IPv4 that lead to this machine, its network or nowhere: first address and how many bits count. */
const special: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // What Azure answers its own machines at, in the midst of public ones.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

const ipv4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Whether a text is an address and no name; an IPv6 one with or without brackets. */
export function isAddress(text: string): boolean {
  return ipv4.test(text) || text.includes(':');
}

/**
 * Whether an address belongs to somebody on the internet, and is neither loopback, private, link-local nor reserved.
 * Written as a URL parser or the system's resolver writes it.
 */
export function isPublicAddress(address: string): boolean {
  if (ipv4.test(address)) {
    const number = numberOf(address);
    return !special.some(([first, bits]) => {
      const size = 2 ** (32 - bits);
      return Math.floor(number / size) === Math.floor(numberOf(first) / size);
    });
  }
  const groups = address.replace(/^\[|\]$/g, '').split(':');
  const [first, second] = [0, 1].map((index) => Number.parseInt(groups[index] || '0', 16));
  if (first === undefined || second === undefined || (first & 0xe000) !== 0x2000) return false;
  // Documentation, and what carries an IPv4 address inside: 6to4, Teredo and their neighbours.
  if (first === 0x2002 || (first === 0x3fff && second < 0x1000)) return false;
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
}
