/** Questions to a service over the network: one after the other, until it will answer no more. */
import type { GeocoderConfig } from './geocoder.ts';

/** The service refuses altogether: a key, a quota, or a server that is not there. Further questions are idle. */
export class Refused extends Error {}

/** Tries for one question where the server stumbles. */
const TRIES = 3;
const TIMEOUT_MS = 20_000;

export type Wait = (ms: number) => Promise<void>;

/** What a service says of a refusal, as far as it says it in JSON. */
async function wordsOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null) return '';
    const words = Object.entries(said).flatMap(([key, value]) =>
      ['code', 'msg', 'message', 'error', 'resolve'].includes(key) && ['string', 'number'].includes(typeof value)
        ? [String(value)]
        : [],
    );
    return words.length === 0 ? '' : `: ${words.join(', ')}`;
  } catch {
    return '';
  }
}

/**
 * The answer as JSON. `url` never goes into a message: a key stands in it.
 *
 * @throws Refused where no further question will be answered; Error where this one was not
 */
export async function askService(url: string, { userAgent }: GeocoderConfig, wait: Wait): Promise<unknown> {
  const { host } = new URL(url);
  for (let n = 1; ; n++) {
    const response = await fetch(url, {
      headers: { 'user-agent': userAgent, accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'TimeoutError') return null;
      throw new Refused(`${host} was not reached`);
    });
    if (response?.ok === true) return jsonOf(response);
    if (response !== null && response.status === 429)
      throw new Refused(`${host} answers that its quota is used up (429)${await wordsOf(response)}`);
    if (response !== null && response.status < 500)
      throw new Refused(`${host} refuses (${response.status})${await wordsOf(response)}`);
    if (n === TRIES) throw new Error(response === null ? 'it did not answer in time' : `it answers ${response.status}`);
    await wait(1000 * n);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it answers something that is no JSON');
  }
}
