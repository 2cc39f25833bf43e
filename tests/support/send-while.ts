import type { Tools } from '#flows/ports';
import { sendDueTouches } from '#flows/send-due-touches';
import type { RunningEncore } from './start-encore';

const LIMIT = 50;

/**
 * Sends all that is due, with something that happens after the first message was written and before it may be sent.
 * Out: the touches of the messages that were handed over.
 */
export async function sendWhile(
  { tools, devStore }: RunningEncore,
  happens: () => Promise<unknown>,
): Promise<ReadonlyArray<string>> {
  const now = devStore.store.clock.now;
  const sent: string[] = [];
  const send: Tools['mailer']['send'] = (message) => {
    sent.push(message.touchId);
    return tools.mailer.send(message);
  };
  const render: Tools['renderer']['render'] = async (content) => {
    await happens();
    return tools.renderer.render(content);
  };
  await sendDueTouches({ ...tools, renderer: { render }, mailer: { send } }, { now, limit: LIMIT });
  while ((await sendDueTouches({ ...tools, mailer: { send } }, { now, limit: LIMIT })) > 0);
  return sent;
}
