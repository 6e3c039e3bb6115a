import { readEnvironment } from './environment.ts';

/** The half of the content policy that names the live server: its address is known when a page is made, headers when the site is built. */
export function ConnectPolicy() {
  const sources = findLiveSources();
  return sources && <meta httpEquiv="Content-Security-Policy" content={`connect-src 'self' ${sources.join(' ')}`} />;
}

function findLiveSources(): string[] | null {
  try {
    const { LIVE_PUBLIC_URL, LIVE_PORT } = readEnvironment();
    if (!LIVE_PUBLIC_URL) return ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://*:${LIVE_PORT}`);
    const { origin } = new URL(LIVE_PUBLIC_URL);
    return [origin, origin.replace(/^http/, 'ws')];
  } catch {
    // The page says what is wrong with the environment.
    return null;
  }
}
