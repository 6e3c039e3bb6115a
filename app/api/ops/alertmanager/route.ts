import { takeAlerts } from '#db/incidents/takeAlerts.ts';
import { AlertmanagerMessage, mostAlertBytes, mostAlerts, readAlerts } from '#domain/incidents/alertmanager.ts';
import { clientAddress } from '../../../auth/clientAddress.ts';
import { getDatabase } from '../../../database.ts';
import { answerProgram, TooLarge } from '../incidents/answerProgram.ts';
import { readReport } from '../incidents/readReport.ts';

/** Alertmanager's webhook. Errors of ours are 5xx, which it sends again; what it must not send again is 4xx. */
export function POST(request: Request) {
  return answerProgram(request, async (key) => {
    const message = await readReport(request, AlertmanagerMessage, mostAlertBytes);
    if (message.alerts.length > mostAlerts)
      throw new TooLarge(
        `${message.alerts.length} alerts, at most ${mostAlerts} a call: set max_alerts in the webhook's configuration; nothing was stored`,
      );
    return Response.json(await takeAlerts(getDatabase(), key, readAlerts(message), clientAddress(request.headers)));
  });
}
