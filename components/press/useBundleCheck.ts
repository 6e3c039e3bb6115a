import { useRef, useState } from 'react';
import type { BundleVerdict, KnownKey } from './bundleVerdict.ts';

export type BundleCheck =
  | { state: 'idle' | 'reading' | 'failed' }
  | { state: 'checking'; done: number; total: number }
  | BundleVerdict;

/** How often the progress is shown (ms). */
const shownEveryMs = 100;

/** Checks the chosen file on this device; a later choice takes the place of one under way. */
export function useBundleCheck(keys: readonly KnownKey[]): { check: BundleCheck; choose(file: File): void } {
  const [check, setCheck] = useState<BundleCheck>({ state: 'idle' });
  const newest = useRef<File>(undefined);

  const run = async (file: File) => {
    const show = (next: BundleCheck) => {
      if (newest.current === file) setCheck(next);
    };
    let shownAtMs = 0;
    try {
      // With the first file: nobody else loads it.
      const { checkBundle, largestBundleBytes } = await import('./checkBundle.ts');
      if (file.size > largestBundleBytes) {
        show({ state: 'invalid', problems: [{ kind: 'tooLarge' }] });
        return;
      }
      const zip = new Uint8Array(await file.arrayBuffer());
      const verdict = await checkBundle(zip, {
        keys,
        onProgress: (done, total) => {
          if (performance.now() - shownAtMs < shownEveryMs) return;
          shownAtMs = performance.now();
          show({ state: 'checking', done, total });
        },
      });
      show(verdict);
    } catch {
      // The disk or the connection failed; what is wrong with a bundle comes as a verdict.
      show({ state: 'failed' });
    }
  };
  const choose = (file: File) => {
    newest.current = file;
    setCheck({ state: 'reading' });
    void run(file);
  };
  return { check, choose };
}
