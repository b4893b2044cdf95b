/** Which pages may show this one in a frame and speak to it, as the browser reads `frame-ancestors`. Pure. */

/** A scheme and a host, one of a domain's by `*.`, with a port. */
const LISTED = /^(https?):\/\/(\*\.)?([a-z0-9.-]+)(?::(\d+))?\/?$/i;
const USUAL_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Of what the config lists, what names somebody. */
export const namedOrigins = (listed: readonly unknown[]): readonly string[] =>
  listed.filter((each) => typeof each === 'string').filter((each) => LISTED.test(each));

/**
 * @param listed `embedOrigins` of the config; what is no origin names nobody
 * @param origin as a message states it; `null` is the origin of nobody
 */
export function namesOrigin(listed: readonly unknown[], origin: string): boolean {
  const parts = LISTED.exec(origin);
  if (parts === null || parts[2] !== undefined) return false;
  const [, scheme = '', , host = '', port = USUAL_PORTS[scheme]] = parts;
  return listed.some((each) => {
    const [, theirs = '', wild, domain = '', theirPort] = LISTED.exec(typeof each === 'string' ? each : '') ?? [];
    const isScheme = theirs.toLowerCase() === scheme || (theirs.toLowerCase() === 'http' && scheme === 'https');
    const named = domain.toLowerCase();
    const isHost = wild === undefined ? host === named : host.endsWith(`.${named}`);
    // Without one any usual port of the page's own scheme will do.
    const isUsual = port === USUAL_PORTS[scheme];
    const isPort =
      theirPort === undefined || theirPort === USUAL_PORTS[theirs.toLowerCase()] ? isUsual : theirPort === port;
    return isScheme && named !== '' && isHost && isPort;
  });
}
