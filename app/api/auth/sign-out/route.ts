import { answerStaff } from '../../../auth/answerStaff.ts';
import { signOut } from '../../../auth/signOut.ts';

export function POST(request: Request) {
  return answerStaff(request, () => signOut(request.headers));
}
