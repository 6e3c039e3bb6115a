import { isIPv4, isIPv6 } from 'node:net';

/** Whom an address counts for: itself, or the /64 network of an IPv6 address, which one subscriber holds whole. */
export function clientBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unknown';
  const [left = [], right] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = right ? new Array<string>(8 - left.length - right.length).fill('0') : [];
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
