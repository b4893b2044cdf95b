/** Addresses of the page's own views, for links. */
import { type Address, formatAddress } from '../state/url.ts';

/**
 * Whole but for the host: a bare `#…` says to assistive technology that it skips to a part of this page,
 * and it leads to another view.
 */
export function hrefOf(address: Address): string {
  return `${location.pathname}${location.search}#${formatAddress(address)}`;
}
