import type { MessageContent } from '#core/message/message';
import { EmailDocument } from './email-document';
import { Note } from './note';
import { OfferedPicture } from './offered-picture';
import { OfferedProduct } from './offered-product';

/** Touch 3: the same product again, with a subscription's true saving where there is one, or an accessory. */
export function TouchThree({ content }: { content: MessageContent }) {
  const { subscription } = content;
  return (
    <EmailDocument content={content}>
      <OfferedPicture content={content} />
      <Note text={content.exclusivity} />
      {subscription === null ? null : (
        <Note
          text={`Your cart opens with "${subscription.planName}", which takes ${subscription.saving} off the price below.`}
        />
      )}
      <OfferedProduct content={content} />
      <Note text={content.loyalty} />
    </EmailDocument>
  );
}
