/** Files that the seal adds to an edition's own. The first three stand in the bundle, but not in its manifest. */
export const bundlePaths = {
  manifest: 'manifest.sha256',
  signature: 'manifest.sig',
  publicKey: 'public-key.pem',
  bundle: 'bundle.zip',
} as const;

/** The one folder at the top of a bundle. */
export function bundleFolder(electionId: string, edition: number): string {
  return `saylau-${electionId}-edition-${edition}`;
}
