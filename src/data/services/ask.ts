/** Asks a map service: for a picture or for a document. The failure says what kept it from answering. */
import { failureOfStatus, ServiceError } from '../../domain/services/failure.ts';
import { urlOf } from '../../domain/web-url.ts';

/** Longer than a reader waits, shorter than a browser does. */
const TIMEOUT_MS = 30_000;
/** Of capabilities; the largest of national services have a few megabytes. */
const MOST_CHARACTERS = 32 * 1024 * 1024;
const SAID_CHARACTERS = 200;

export interface Asking {
  readonly signal?: AbortSignal;
  /** Where a service's keys are bound to a site, it has to be told which site asks. */
  readonly referrerPolicy?: ReferrerPolicy;
  /** For tests. */
  readonly ask?: typeof fetch;
}

/** Encoded bytes of a picture. @throws ServiceError */
export async function askPicture(address: string, asking: Asking = {}): Promise<ArrayBuffer> {
  const response = await answered(address, asking);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength === 0) throw new ServiceError('missing', address, { status: response.status });
  if (isPicture(new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength)))) return bytes;
  const said = wordsOf(new TextDecoder().decode(bytes.slice(0, 20_000)));
  throw new ServiceError(said.exception ? 'exception' : 'no-picture', address, {
    status: response.status,
    said: said.text,
  });
}

/** @throws ServiceError */
export async function askText(address: string, asking: Asking = {}): Promise<string> {
  const response = await answered(address, asking);
  const text = await response.text();
  if (text.length > MOST_CHARACTERS) throw new ServiceError('no-capabilities', address);
  return text;
}

async function answered(address: string, { signal, referrerPolicy, ask = fetch }: Asking): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const either = new AbortController();
  const end = () => either.abort();
  // `AbortSignal.any` is younger than the oldest browsers that the page runs on.
  for (const each of [signal, timeout]) each?.addEventListener('abort', end, { once: true });
  if (signal?.aborted === true) end();
  const policy = watchPolicy(address);
  let response: Response;
  try {
    response = await ask(address, {
      signal: either.signal,
      credentials: 'omit',
      ...(referrerPolicy === undefined ? {} : { referrerPolicy }),
    });
  } catch (error) {
    // Whoever gave up knows why.
    if (signal?.aborted === true) throw error;
    if (timeout.aborted) throw new ServiceError('slow', address);
    throw new ServiceError((await policy.blocked()) ? 'blocked' : 'unreachable', address);
  } finally {
    policy.end();
  }
  const reason = failureOfStatus(response.status);
  if (reason === null) return response;
  const said = wordsOf(await response.text().catch(() => '')).text;
  throw new ServiceError(reason, address, { status: response.status, said });
}

/**
 * Whether the page's own policy forbade it: to whoever fetches that looks like a server that is down, but the browser
 * says so by an event, which comes a moment after.
 */
function watchPolicy(address: string): { blocked(): Promise<boolean>; end(): void } {
  if (typeof document === 'undefined') return { blocked: () => Promise.resolve(false), end: () => undefined };
  const origin = urlOf(address)?.origin ?? '';
  let seen = false;
  const see = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (urlOf(blockedURI)?.origin === origin) seen = true;
  };
  document.addEventListener('securitypolicyviolation', see);
  return {
    async blocked() {
      document.addEventListener('securitypolicyviolation', see);
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.removeEventListener('securitypolicyviolation', see);
      return seen;
    },
    end: () => document.removeEventListener('securitypolicyviolation', see),
  };
}

/** PNG, JPEG, GIF, WebP or AVIF by its first bytes: what a server calls an answer says little. */
function isPicture(bytes: Uint8Array): boolean {
  const ascii = String.fromCharCode(...bytes);
  return (
    ascii.startsWith('\x89PNG') ||
    (bytes[0] === 0xff && bytes[1] === 0xd8) ||
    ascii.startsWith('GIF8') ||
    (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') ||
    ascii.slice(4, 8) === 'ftyp'
  );
}

/** What a body that is no picture says: of 天地图's JSON the message, of a service's report its text, of a page nothing. */
export function wordsOf(body: string): { readonly text: string; readonly exception: boolean } {
  const json = messageOfJson(body);
  if (json !== null) return { text: json, exception: false };
  const report = /<(?:\w+:)?(?:ServiceException|ExceptionText)\b[^>]*>([\s\S]*?)<\//.exec(body)?.[1];
  if (report === undefined) return { text: '', exception: false };
  return { text: oneLine(report.replace(/<!\[CDATA\[|\]\]>/g, '')), exception: true };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, SAID_CHARACTERS);

function messageOfJson(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return null;
    const parts = ['msg', 'message', 'resolve'].flatMap((name) => {
      const part: unknown = Reflect.get(value, name);
      return typeof part === 'string' && part !== '' ? [part] : [];
    });
    return parts.length === 0 ? null : oneLine(parts.join(' '));
  } catch {
    return null;
  }
}
