import { BlockList, isIP } from 'node:net';

/** Addresses no public server has: own, private, shared, link-local, documentation, multicast, reserved, and those that stand for IPv4 ones. */
const NOT_PUBLIC: readonly (readonly [net: string, bits: number, family: 'ipv4' | 'ipv6'])[] = [
  ...(
    [
      ...[
        ['0.0.0.0', 8],
        ['10.0.0.0', 8],
        ['100.64.0.0', 10],
        ['127.0.0.0', 8],
        ['169.254.0.0', 16],
        ['172.16.0.0', 12],
      ],
      ...[
        ['192.0.0.0', 24],
        ['192.0.2.0', 24],
        ['192.88.99.0', 24],
        ['192.168.0.0', 16],
        ['198.18.0.0', 15],
      ],
      ...[
        ['198.51.100.0', 24],
        ['203.0.113.0', 24],
        ['224.0.0.0', 4],
        ['240.0.0.0', 4],
      ],
    ] as [string, number][]
  ).map(([net, bits]) => [net, bits, 'ipv4'] as const),
  ...(
    [
      ...[
        ['::', 96],
        ['::ffff:0:0', 96],
        ['64:ff9b::', 96],
        ['64:ff9b:1::', 48],
        ['100::', 64],
        ['2001::', 23],
      ],
      ...[
        ['2001:db8::', 32],
        ['2002::', 16],
        ['3fff::', 20],
        ['5f00::', 16],
        ['fc00::', 7],
        ['fe80::', 9],
        ['ff00::', 8],
      ],
    ] as [string, number][]
  ).map(([net, bits]) => [net, bits, 'ipv6'] as const),
];

/** One list for each family: an IPv4 address would be looked for among IPv6 ones that stand for it. */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits, family] of NOT_PUBLIC) blocked[family].addSubnet(net, bits, family);

/** Whether a server on the internet can have `address`. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return !blocked[family].check(address, family);
}
