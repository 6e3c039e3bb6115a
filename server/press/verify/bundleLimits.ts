/** What a bundle may hold at most. A whole country's edition is some 700 files of 40 MB; past these it is no bundle of ours. */
export interface BundleLimits {
  zipBytes: number;
  fileBytes: number;
  totalBytes: number;
  files: number;
}

const megabyte = 1024 * 1024;

export const bundleLimits: BundleLimits = {
  zipBytes: 256 * megabyte,
  fileBytes: 256 * megabyte,
  totalBytes: 512 * megabyte,
  files: 20_000,
};

export function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / megabyte)} MB`;
}
