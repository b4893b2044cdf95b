/** Directives that a host of a base map or a set on a server goes into: pictures, and whatever is fetched. */
const HOST_DIRECTIVES = ['img-src', 'connect-src'];

const FRAMED_BY_NONE = "frame-ancestors 'none'";

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  FRAMED_BY_NONE,
  "object-src 'none'",
];

/** @typedef {{ origins: readonly string[], embedders: readonly string[] }} Hosts that are reached, and that may frame the page */

/** @type {Hosts} */
const NONE = { origins: [], embedders: [] };

/**
 * The content security policy of every page: nothing outside its own origin but what the config names, no inline
 * script, no inline style, in nobody's frame but theirs whom the config names.
 *
 * @param {Hosts} [hosts] that the config names
 */
export function policyFor({ origins, embedders } = NONE) {
  return DIRECTIVES.map((directive) => {
    if (directive === FRAMED_BY_NONE && embedders.length > 0) return ['frame-ancestors', ...embedders].join(' ');
    const takesHosts = HOST_DIRECTIVES.some((name) => directive.startsWith(`${name} `));
    return takesHosts ? [directive, ...origins].join(' ') : directive;
  }).join('; ');
}

export const contentSecurityPolicy = policyFor();

/**
 * Sent with every answer, by `npm start` and by `vite preview`; a deployer sends the same ones.
 *
 * @param {Hosts} [hosts] that the config names
 */
export const headersFor = (hosts = NONE) => ({
  'Content-Security-Policy': policyFor(hosts),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

export const securityHeaders = headersFor();
