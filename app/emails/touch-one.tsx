import type { MessageContent } from '#core/message/message';
import { EmailDocument } from './email-document';
import { HeroPair } from './hero-pair';
import { Note } from './note';
import { OfferedProduct } from './offered-product';

/** Touch 1, the add-on: what was bought and the one thing that completes it, side by side. */
export function TouchOne({ content }: { content: MessageContent }) {
  return (
    <EmailDocument content={content}>
      <HeroPair content={content} />
      <Note text={content.exclusivity} />
      <OfferedProduct content={content} />
      <Note text={content.loyalty} />
      <Note text={content.reassurance} />
    </EmailDocument>
  );
}
