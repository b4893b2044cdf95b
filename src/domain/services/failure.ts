/** What kept a map service from giving what it was asked for. */

import { urlOf } from '../web-url.ts';

export const SERVICE_FAILURES = [
  /** The page's own security policy does not name the host. */
  'blocked',
  /** No answer, or one that the page may not read. */
  'unreachable',
  /** 401, 403, 418: a key that is wrong, is not for this site, or is used up. */
  'refused',
  /** 429. */
  'spent',
  /** A key is needed and there is none. */
  'no-key',
  /** Any other status that is no success. */
  'status',
  /** 404, 204, an empty answer. */
  'missing',
  /** The service's own report of an error. */
  'exception',
  /** A page or another document in the place of a picture. */
  'no-picture',
  'slow',
  /** Neither WMTS nor WMS capabilities. */
  'no-capabilities',
  'no-layer',
  /** All that is offered is in systems that cannot be drawn; `said` names them. */
  'projection',
  /** Its ground is shifted; `said` is its datum. */
  'shifted',
] as const;
export type ServiceFailureReason = (typeof SERVICE_FAILURES)[number];

export interface ServiceFailure {
  readonly reason: ServiceFailureReason;
  readonly host: string;
  /** HTTP status; 0 where there is none. */
  readonly status: number;
  /** In the service's own words; empty where it says nothing. */
  readonly said: string;
}

export class ServiceError extends Error {
  readonly failure: ServiceFailure;
  /** As MapLibre asks for it: a tile that is missing is no error to it. */
  readonly status: number;

  constructor(reason: ServiceFailureReason, address: string, { status = 0, said = '' } = {}) {
    const host = urlOf(address)?.host ?? address;
    super([host, reason, status === 0 ? '' : String(status), said].filter(Boolean).join(' '));
    this.name = 'ServiceError';
    this.failure = { reason, host, status, said };
    this.status = reason === 'missing' ? 404 : status;
  }
}

/** What a status that is no success says; null for a success. */
export function failureOfStatus(status: number): ServiceFailureReason | null {
  if (status >= 200 && status < 300) return status === 204 ? 'missing' : null;
  if ([401, 403, 418].includes(status)) return 'refused';
  if (status === 429) return 'spent';
  return status === 404 || status === 410 ? 'missing' : 'status';
}
