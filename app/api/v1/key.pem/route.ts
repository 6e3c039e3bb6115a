import { NotFound } from '#domain/errors.ts';
import { answer, textAnswer } from '../../answer.ts';
import { requestCosts } from '../../rateLimit.ts';
import { readSigningKeys } from '../../readSigningKeys.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

/** The newest key, which the next edition is signed with. */
export function GET(request: Request) {
  return answer(request, requestCosts.list, async () => {
    const [key] = await readSigningKeys();
    if (!key) throw new NotFound('no signing key yet');
    return textAnswer(request, { text: key.publicKeyPem, mediaType: 'application/x-pem-file' });
  });
}
