import { type DatabaseClient, sql } from '#db/client.ts';
import type { NewPerson } from '#domain/staff/newPerson.ts';

export type DemoPerson = NewPerson;

const namesOfRegion = [
  ['Дидар Оспанов', 'Гүлнар Сейітова', 'Ерлан Жақып'],
  ['Виктория Пак', 'Нұржан Төлегенов', 'Светлана Орлова'],
];
const nobodysPlace = { commissionLevel: null, regionCode: null, districtCode: null };

/** One person of every role, and duty officers and commissions of two regions; the names are invented. */
export async function listDemoPeople(db: DatabaseClient['db']): Promise<DemoPerson[]> {
  const [first, second] = await listRegions(db);
  const person = (
    name: string,
    mailbox: string,
    role: NewPerson['role'],
    place: Partial<NewPerson> = {},
  ): DemoPerson => ({
    name,
    email: `${mailbox}@demo.example`,
    role,
    ...nobodysPlace,
    ...place,
  });
  const ofRegions = [first, second].flatMap((region, index) => {
    if (!region) return [];
    const { regionCode, districtCode } = region;
    const number = index + 1;
    const [duty = '', commission = '', district = ''] = namesOfRegion[index] ?? [];
    return [
      person(duty, `duty${number}`, 'duty', { regionCode }),
      person(commission, `commission${number}`, 'commission', { commissionLevel: 'region', regionCode }),
      person(district, `district${number}`, 'commission', {
        commissionLevel: 'district',
        regionCode,
        districtCode,
      }),
    ];
  });
  return [
    person('Айгерім Нұрланова', 'admin', 'admin'),
    person('Марат Қасымов', 'approver1', 'approver'),
    person('Ольга Ким', 'approver2', 'approver'),
    person('Бақыт Әлиев', 'counting', 'counting'),
    person('Сауле Тілеуова', 'leadership1', 'leadership'),
    person('Андрей Волков', 'leadership2', 'leadership'),
    person('Тимур Ахметов', 'duty', 'duty'),
    person('Жанна Есімова', 'commission', 'commission', { commissionLevel: 'central' }),
    ...ofRegions,
  ];
}

/** The two regions with the most members, with their first district. */
async function listRegions(db: DatabaseClient['db']): Promise<{ regionCode: string; districtCode: string }[]> {
  const rows = await db.execute<{ regionCode: string; districtCode: string }>(sql`
    select parent_code as "regionCode", (array_agg(code order by position))[1] as "districtCode"
    from board.unit where level = 'district' group by parent_code order by sum(eligible) desc, parent_code limit 2`);
  return [...rows];
}
