/** Next calls it once, when the web process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { followRequests } = await import('./app/api/followRequests.ts');
  const { readTrustedProxies } = await import('./app/environment.ts');
  followRequests(readTrustedProxies());
  if (process.env.NODE_ENV !== 'production') return;
  const { sharePages } = await import('./app/pages/sharePages.ts');
  sharePages();
}
