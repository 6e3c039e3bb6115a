import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { addPerson } from '#db/auth/addPerson.ts';
import { print, runCommand } from '#db/cli/runCommand.ts';
import { InvalidInput } from '#domain/errors.ts';
import { NewPerson } from '#domain/staff/newPerson.ts';

const usage = `npm run staff:add -- --name NAME --email E-MAIL --role ROLE [options]
  --role       duty, commission, leadership, counting, approver or admin
  --level      of a commission: district, region or central
  --region     code of the region, such as KZ-KAR     (duty: none is the whole country)
  --district   code of the district, of a district commission
  --site       where the pages are                    (WEB_PUBLIC_URL, or http://localhost:3000)`;

await runCommand('staff:add', async ({ db }) => {
  const { person, site } = readArguments();
  const operator = { id: null, name: userInfo().username, role: 'operator', address: null };
  const { secret } = await addPerson(db, operator, person);
  print(`${person.name} <${person.email}>, ${person.role}`);
  print(`sets a password once, within 24 hours: ${site}/en/sign-in/password#${secret}`);
  return true;
});

function readArguments(): { person: NewPerson; site: string } {
  const { name, email, role, level, region, district, site } = parse();
  const person = NewPerson.safeParse({
    name,
    email,
    role,
    commissionLevel: level ?? null,
    regionCode: region ?? null,
    districtCode: district ?? null,
  });
  if (!person.success) {
    const faults = person.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new InvalidInput(`${faults.join('; ')}\n${usage}`);
  }
  return { person: person.data, site: new URL(site).origin };
}

function parse() {
  const text = { type: 'string' } as const;
  const site = { ...text, default: process.env.WEB_PUBLIC_URL ?? 'http://localhost:3000' };
  const options = { name: text, email: text, role: text, level: text, region: text, district: text, site };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
