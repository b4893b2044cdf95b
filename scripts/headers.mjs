/** Directives that a host of a base map or a set on a server goes into: pictures, and whatever is fetched. */
const HOST_DIRECTIVES = ['img-src', 'connect-src'];

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
  "frame-ancestors 'none'",
  "object-src 'none'",
];

/**
 * The content security policy of every page: nothing outside its own origin but what the config names, no inline
 * script, no inline style.
 *
 * @param {readonly string[]} [origins] that the config names
 */
export function policyFor(origins = []) {
  return DIRECTIVES.map((directive) =>
    HOST_DIRECTIVES.some((name) => directive.startsWith(`${name} `)) ? [directive, ...origins].join(' ') : directive,
  ).join('; ');
}

export const contentSecurityPolicy = policyFor();

/**
 * Sent with every answer, by `npm start` and by `vite preview`; a deployer sends the same ones.
 *
 * @param {readonly string[]} [origins] that the config names
 */
export const headersFor = (origins = []) => ({
  'Content-Security-Policy': policyFor(origins),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

export const securityHeaders = headersFor();
