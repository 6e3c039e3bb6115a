type Names = { kk: string; ru: string; en: string };

/** Why a candidacy ended, before it is said whose. */
export interface Cause {
  status: 'withdrawn' | 'removed' | 'deceased';
  votes: 'counted' | 'annulled' | 'pending';
  announcedAt: string;
  /** The commission of the contest's unit, of its region, of the party, or the organisers. */
  by: 'contest' | 'region' | 'central' | 'committee';
  /** Of somebody who would have a seat. */
  ofTheStrongest: boolean;
  rule: Names;
  reason: Names;
}

const rule = (paragraph: number, { kk, ru, en }: Names): Names => ({
  kk: `Праймериз қағидаларының ${paragraph}-тармағы: ${kk}`,
  ru: `Пункт ${paragraph} правил праймериз: ${ru}`,
  en: `Paragraph ${paragraph} of the rules of the primaries: ${en}`,
});

const debatesAreMandatory = rule(24, {
  kk: 'пікірсайысқа қатысу міндетті',
  ru: 'участие в дебатах обязательно',
  en: 'taking part in the debate is mandatory',
});
const ownApplication = {
  by: 'committee',
  status: 'withdrawn',
  votes: 'counted',
  ofTheStrongest: false,
  rule: rule(17, {
    kk: 'кандидат өз өтініші бойынша шыға алады',
    ru: 'кандидат вправе сняться по своему заявлению',
    en: 'a candidate may withdraw on request',
  }),
  reason: { kk: 'Кандидаттың жеке өтініші.', ru: 'Личное заявление кандидата.', en: 'The candidate’s own request.' },
} as const;

export function debateMissed({ announcedAt, debateDay }: { announcedAt: string; debateDay: number }): Cause {
  return {
    by: 'contest',
    status: 'removed',
    votes: announcedAt < '2020-10-01' ? 'counted' : 'annulled',
    announcedAt,
    ofTheStrongest: false,
    rule: debatesAreMandatory,
    reason: {
      kk: `${debateDay} қыркүйектегі міндетті пікірсайысқа дәлелді себепсіз келмеу.`,
      ru: `Неявка на обязательные дебаты ${debateDay} сентября без уважительной причины.`,
      en: `Absent without a valid reason from the mandatory debate of ${debateDay} September.`,
    },
  };
}

/** Every cause but missed debates. */
export const causes: Cause[] = [
  { ...ownApplication, announcedAt: '2020-09-22T12:00:00+06:00' },
  { ...ownApplication, announcedAt: '2020-09-25T16:00:00+06:00' },
  { ...ownApplication, announcedAt: '2020-09-30T11:00:00+06:00' },
  {
    by: 'committee',
    status: 'deceased',
    votes: 'counted',
    announcedAt: '2020-10-02T10:00:00+06:00',
    ofTheStrongest: false,
    rule: rule(18, {
      kk: 'кандидат қайтыс болса, оның тіркелуі тоқтатылады',
      ru: 'регистрация прекращается со смертью кандидата',
      en: 'registration ends with the death of the candidate',
    }),
    reason: { kk: 'Кандидат қайтыс болды.', ru: 'Смерть кандидата.', en: 'The candidate has died.' },
  },
  {
    by: 'region',
    status: 'removed',
    votes: 'counted',
    announcedAt: '2020-09-29T18:00:00+06:00',
    ofTheStrongest: false,
    rule: rule(11, {
      kk: 'кандидат өзі туралы мәліметтерді дұрыс көрсетуге тиіс',
      ru: 'сведения кандидата о себе должны быть достоверны',
      en: 'what candidates state about themselves must be true',
    }),
    reason: {
      kk: 'Сауалнамада білімі туралы жалған мәлімет көрсетілген.',
      ru: 'Ложные сведения об образовании в анкете.',
      en: 'False statement about education in the questionnaire.',
    },
  },
  {
    by: 'central',
    status: 'removed',
    votes: 'annulled',
    announcedAt: '2020-10-02T11:20:00+06:00',
    ofTheStrongest: true,
    rule: rule(31, {
      kk: 'бір ЖСН, бір телефон нөмірі, бір дауыс',
      ru: 'один ИИН, один номер телефона, один голос',
      en: 'one IIN, one phone number, one vote',
    }),
    reason: {
      kk: 'Басқа мүшелердің атынан авторизациядан өту үшін SIM-карталар сатып алынған.',
      ru: 'Скупка SIM-карт для авторизации от имени других членов партии.',
      en: 'SIM cards were bought in order to be authorised in the name of other members.',
    },
  },
  {
    by: 'contest',
    status: 'removed',
    votes: 'annulled',
    announcedAt: '2020-10-03T16:00:00+06:00',
    ofTheStrongest: true,
    rule: rule(28, {
      kk: 'сайлаушыларды сатып алуға тыйым салынады',
      ru: 'подкуп избирателей запрещён',
      en: 'bribing voters is forbidden',
    }),
    reason: {
      kk: 'Дауыс беру күндері сайлаушыларға азық-түлік жиынтықтары таратылған.',
      ru: 'Раздача продуктовых наборов избирателям в дни голосования.',
      en: 'Food parcels were given to voters on the days of voting.',
    },
  },
  {
    by: 'region',
    status: 'removed',
    votes: 'pending',
    announcedAt: '2020-10-04T17:30:00+06:00',
    ofTheStrongest: true,
    rule: rule(31, {
      kk: 'бір ЖСН, бір телефон нөмірі, бір дауыс',
      ru: 'один ИИН, один номер телефона, один голос',
      en: 'one IIN, one phone number, one vote',
    }),
    reason: {
      kk: 'Бір телефон нөмірінен бірнеше ЖСН авторизациядан өткен; дауыстарды тексеру аяқталған жоқ.',
      ru: 'Несколько ИИН авторизованы с одного номера телефона; проверка голосов не закончена.',
      en: 'Several IINs were authorised from one phone number; the votes are still being examined.',
    },
  },
  {
    by: 'contest',
    status: 'removed',
    votes: 'counted',
    announcedAt: '2020-10-04T20:00:00+06:00',
    ofTheStrongest: true,
    rule: rule(26, {
      kk: 'дауыс беру күндері үгіт жүргізуге тыйым салынады',
      ru: 'агитация в дни голосования запрещена',
      en: 'campaigning on the days of voting is forbidden',
    }),
    reason: {
      kk: '3 қазанда дауыс беру орнының жанында үгіт жүргізілген.',
      ru: 'Агитация у пункта голосования 3 октября.',
      en: 'Campaigned beside a place of voting on 3 October.',
    },
  },
  {
    by: 'central',
    status: 'removed',
    votes: 'annulled',
    announcedAt: '2020-10-07T08:30:00+06:00',
    ofTheStrongest: true,
    rule: rule(9, {
      kk: 'партия мүшелігіне тек жеке өтініш бойынша қабылданады',
      ru: 'в члены партии принимают только по личному заявлению',
      en: 'members are admitted on their own application only',
    }),
    reason: {
      kk: 'Праймериз алдында кандидаттың тапсырмасымен партияға жалған қабылдау жүргізілген.',
      ru: 'Фиктивный приём в члены партии перед праймериз по поручению кандидата.',
      en: 'Fake admissions to the party before the primaries, arranged for the candidate.',
    },
  },
];
