import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './publicAddress.ts';

export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** The name leads to an address that nothing is sent to. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
}

/**
 * Resolves for one connection and refuses what is not of the internet (`loopback`: what is not this machine). The socket connects
 * to the addresses that were judged here: a name that says something else a moment later changes nothing.
 */
export function guardedLookup(resolve: Resolve, { loopback }: { loopback: boolean }): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        const isAllowed = loopback ? isLoopbackAddress : isPublicAddress;
        const refused = addresses.find(({ address }) => !isAllowed(address));
        if (!first) done(new RefusedAddress('the name has no address'), '', 0);
        else if (refused) done(new RefusedAddress(`${refused.address} is no public address`), '', 0);
        else if (options.all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}
