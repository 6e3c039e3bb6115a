import { readDemoSignIn } from '#tests/support/demoSignIns.ts';

/** The cookies of one of the demo's people, signed in with the password that the demo wrote down. */
export async function signIn(web: string, dataDir: string, mailbox: string): Promise<string> {
  const { email, password } = readDemoSignIn(dataDir, mailbox);
  const answer = await fetch(`${web}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: web },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${mailbox} cannot sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
