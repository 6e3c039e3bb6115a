import { jittered } from './liveAddress.ts';

const retryMs = 1_000;

interface Wanted<File> {
  url: string;
  version: number;
  delayMs: number;
  read: (body: unknown) => File | null;
  onFile: (file: File) => void;
}

/** Asks for a file until it is of this version or a newer one; returns its stop. */
export function askForVersion<File extends { version: number }>({
  url,
  version,
  delayMs,
  read,
  onFile,
}: Wanted<File>): () => void {
  let isLeft = false;
  let timer: ReturnType<typeof setTimeout>;
  const ask = async () => {
    const answer = await fetch(`${url}?version=${version}`, { cache: 'no-cache', credentials: 'omit' }).catch(
      () => null,
    );
    const file = answer?.ok ? read(await answer.json().catch(() => null)) : null;
    if (isLeft) return;
    if (file) onFile(file);
    if (!file || file.version < version) timer = setTimeout(ask, jittered(retryMs));
  };
  timer = setTimeout(ask, delayMs);
  return () => {
    isLeft = true;
    clearTimeout(timer);
  };
}
