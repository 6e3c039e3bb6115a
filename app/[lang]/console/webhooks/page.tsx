import { WebhookDesk } from '#components/webhooks/WebhookDesk.tsx';
import { listWebhooks } from '#db/webhooks/listWebhooks.ts';
import { may } from '#domain/staff/policy.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('webhooks');

export default async function WebhooksPage() {
  const { person } = await requireStaffPage('/console/webhooks', 'webhook.read', wholeCountry);
  const [webhooks, timeZone] = await Promise.all([listWebhooks(getDatabase()), readTimeZone()]);
  return <WebhookDesk initial={webhooks} timeZone={timeZone} mayWrite={may(person, 'webhook.write', wholeCountry)} />;
}
