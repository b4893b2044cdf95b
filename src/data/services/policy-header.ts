/** The security policy that the server sends with the page, and how it reads with more hosts. */

/** Where pictures and whatever is fetched may come from: tiles need both. */
const DIRECTIVES = ['img-src', 'connect-src'] as const;

/** A policy in which some origins are allowed too; each stands once. */
export function extendedPolicy(policy: string, origins: readonly string[]): string {
  const parts = policy
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const name of DIRECTIVES) {
    const at = parts.findIndex((part) => part.toLowerCase().startsWith(`${name} `));
    const words = (parts[at] ?? `${name} 'self'`).split(/\s+/).filter((word) => word !== "'none'");
    const whole = [...new Set([...words, ...origins])].join(' ');
    if (at < 0) parts.push(whole);
    else parts[at] = whole;
  }
  return parts.join('; ');
}

/** The header line that allows some origins; null where the server's own cannot be read. */
export async function headerLine(origins: readonly string[], ask: typeof fetch = fetch): Promise<string | null> {
  try {
    const response = await ask(location.href.replace(/#.*$/, ''), { method: 'HEAD', cache: 'no-store' });
    const policy = response.headers.get('content-security-policy');
    return policy === null ? null : `Content-Security-Policy: ${extendedPolicy(policy, origins)}`;
  } catch {
    return null;
  }
}
