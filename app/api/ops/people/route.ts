import { addPerson } from '#db/auth/addPerson.ts';
import { listPeople } from '#db/auth/listPeople.ts';
import { NewPerson } from '#domain/staff/newPerson.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';

export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'people.read', wholeCountry);
    return Response.json({ people: await listPeople(getDatabase()) });
  });
}

/** Adds somebody; `secret` ends the link with which the person sets a password (`/sign-in/password#…`), and is said once. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.create', wholeCountry);
    const person = await readBody(request, NewPerson);
    return Response.json(await addPerson(getDatabase(), actor, person), { status: 201 });
  });
}
