import { createTranslator, type Messages } from 'next-intl';
import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { getElection } from '#db/queries/getElection.ts';
import { summaryLanguage, toStatuspage } from '#domain/incidents/statuspage.ts';
import { getDatabase } from '../../../database.ts';
import { readOrLast } from '../../../lastGood.ts';
import { loadMessages } from '../../../messages.ts';
import { answer, jsonAnswer } from '../../answer.ts';
import { publicOrigin } from '../../publicOrigin.ts';
import { requestCosts } from '../../rateLimit.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

/** A change is seen no later than this (ms). */
const maxAgeMs = 200;

/** `?lang=kk`, `ru` or `en`. */
export function GET(request: Request) {
  return answer(request, requestCosts.list, async () => {
    const language = summaryLanguage(new URL(request.url).searchParams.get('lang'));
    const [{ value: election }, { value: file }] = await Promise.all([
      readOrLast('election', () => getElection(getDatabase())),
      readOrLast('status file', () => getStatusFile(getDatabase()), maxAgeMs),
    ]);
    const messages: Messages = await loadMessages(language);
    const t = createTranslator({ locale: language, messages, timeZone: 'UTC' });
    const name = election.names[language];
    const summary = toStatuspage(
      {
        ...file,
        name: election.isTest ? t('site.rehearsal.title', { title: name }) : name,
        url: `${publicOrigin(request)}/${language}/status`,
        timeZone: election.timeZone,
        language,
        since: election.phases[0]?.startsAt ?? new Date(0).toISOString(),
      },
      {
        category: (category) => t(`status.category.${category}`),
        description: (indicator) => t(`status.summary.${indicator}`),
        stateOnly: (state) => t('status.stateOnly', { state: t(`status.state.${state}`) }),
      },
    );
    return jsonAnswer(request, summary);
  });
}
