const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
/** Where https is served; others are not for webhooks. */
const ports: readonly string[] = ['', '443', '8443'];

export type UrlFault = 'no_url' | 'no_https' | 'port' | 'user' | 'address';

export interface UrlRules {
  /** A rehearsal may send to programs of its own machine, without https and to any port. */
  allowLoopback: boolean;
}

/** Why nothing may be sent to this address, or null. What its name resolves to is looked at when it is connected to. */
export function judgeWebhookUrl(text: string, { allowLoopback }: UrlRules): UrlFault | null {
  if (!URL.canParse(text)) return 'no_url';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'user';
  if (allowLoopback && isLoopbackName(url.hostname)) return /^https?:$/.test(url.protocol) ? null : 'no_https';
  if (url.protocol !== 'https:') return 'no_https';
  if (!ports.includes(url.port)) return 'port';
  // A name with a dot in it: no number is one, and neither is a name that only this network knows.
  if (!/^([a-z\d_-]+\.)+[a-z][a-z\d-]*\.?$/i.test(url.hostname)) return 'address';
  return null;
}

export function isLoopbackName(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}
