import type { MessageContent } from '#core/message/message';
import { EmailDocument } from './email-document';
import { Note } from './note';
import { OfferedPicture } from './offered-picture';
import { OfferedProduct } from './offered-product';

/** Touch 2, the cross-sell: another product on its own, because it does not belong to the one bought. */
export function TouchTwo({ content }: { content: MessageContent }) {
  return (
    <EmailDocument content={content}>
      <OfferedPicture content={content} />
      <Note text={content.exclusivity} />
      <OfferedProduct content={content} />
      <Note text={content.loyalty} />
    </EmailDocument>
  );
}
