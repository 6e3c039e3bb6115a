import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DemoSignIn {
  email: string;
  password: string;
  /** `otpauth:` address of the second factor; null for who has none. */
  uri: string | null;
}

/** How one of the demo's people signs in, as the demo wrote it down. Throws where there is nobody of this mailbox. */
export function readDemoSignIn(dataDir: string, mailbox: string): DemoSignIn {
  const lines = readFileSync(join(dataDir, 'sign-ins.txt'), 'utf8').split('\n');
  const line = lines.map((each) => each.trim()).find((each) => each.startsWith(`${mailbox}@`));
  if (!line) throw new Error(`the demo has no ${mailbox}`);
  const [email = '', password = ''] = line.split(/\s+/);
  const secret = /authenticator (\S+)/.exec(line)?.[1];
  return { email, password, uri: secret === undefined ? null : `otpauth://totp/x?secret=${secret}` };
}
