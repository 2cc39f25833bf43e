import { Section } from '@react-email/section';
import type { MessageContent } from '#core/message/message';
import { ProductPicture } from './product-picture';

/** The offered product alone, across the whole column. */
export function OfferedPicture({ content }: { content: MessageContent }) {
  if (content.offered.imageUrl === null) return null;
  return (
    <Section style={{ margin: '0 0 16px' }}>
      <ProductPicture url={content.offered.imageUrl} alt={content.offered.title} width={552} />
    </Section>
  );
}
