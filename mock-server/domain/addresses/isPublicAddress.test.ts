import { expect, test } from 'vitest';
import { isAddress, isPublicAddress } from './isPublicAddress.ts';

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '192.169.0.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '[2a00:1450:4001:80b::200e]',
  '2001:4860:4860::8888',
  '168.63.129.17',
  '3fff:1000::1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.19.0.1',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  '::ffff:10.0.0.1',
  '[::ffff:a00:1]',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '64:ff9b::a00:1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::',
  '3fff::1',
  '::ffff:169.254.169.254',
  '64:ff9b:1::a9fe:a9fe',
  'fd00:ec2::254',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('an address is told from a name', () => {
  expect(['10.0.0.1', '[::1]', '::1'].map(isAddress)).toEqual([true, true, true]);
  expect(['shop.example', '10.example', 'localhost'].map(isAddress)).toEqual([false, false, false]);
});
